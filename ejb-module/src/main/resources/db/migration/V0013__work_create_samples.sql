-- The instants at which samples were taken: one node takes each. What has no instant was not
-- measured, which is something else than nothing having happened.
CREATE TABLE work_sample_instant (
  span     integer     NOT NULL,
  at       timestamptz NOT NULL,
  counted  boolean     NOT NULL DEFAULT false,
  depth_ms integer,
  PRIMARY KEY (span, at)
);

COMMENT ON COLUMN work_sample_instant.span IS 'how many seconds the samples of the instant cover, from it on';
COMMENT ON COLUMN work_sample_instant.counted IS 'whether the jobs that ended within the span are counted yet';
COMMENT ON COLUMN work_sample_instant.depth_ms IS 'how long it took to count what waits and runs; null when it was not counted';

-- What happened in an organisation, by queue and kind. There is no row where there was nothing.
CREATE TABLE work_sample (
  span      integer          NOT NULL,
  at        timestamptz      NOT NULL,
  org_id    uuid             NOT NULL,
  queue     text             NOT NULL,
  kind      text             NOT NULL,
  waiting   double precision NOT NULL DEFAULT 0,
  delayed   double precision NOT NULL DEFAULT 0,
  running   double precision NOT NULL DEFAULT 0,
  oldest_at timestamptz,
  succeeded bigint           NOT NULL DEFAULT 0,
  failed    bigint           NOT NULL DEFAULT 0,
  cancelled bigint           NOT NULL DEFAULT 0,
  waits     text             NOT NULL DEFAULT '',
  runs      text             NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, span, at, queue, kind),
  FOREIGN KEY (span, at) REFERENCES work_sample_instant ON DELETE CASCADE
);

CREATE INDEX work_sample_taken ON work_sample (span, at);

COMMENT ON COLUMN work_sample.waiting IS 'jobs that waited at the instant and were due; the mean of them where a sample sums up others';
COMMENT ON COLUMN work_sample.oldest_at IS 'since when the one of them could begin that waits longest';
COMMENT ON COLUMN work_sample.delayed IS 'jobs that waited for their time, likewise';
COMMENT ON COLUMN work_sample.waits IS 'how many jobs waited how long before they began: bucket:count, see Histogram';
COMMENT ON COLUMN work_sample.runs IS 'how many jobs ran how long, likewise';
