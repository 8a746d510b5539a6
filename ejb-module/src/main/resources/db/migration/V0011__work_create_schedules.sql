-- When jobs are submitted by themselves. The row is locked by whoever deals with a time of it.
CREATE TABLE work_schedule (
  id         uuid        PRIMARY KEY,
  org_id     uuid        NOT NULL,
  name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  kind       text        NOT NULL,
  definition jsonb       NOT NULL,
  next_at    timestamptz,
  fire_at    timestamptz,
  last_at    timestamptz,
  runs       integer     NOT NULL DEFAULT 0,
  paused_at  timestamptz,
  paused_by  text,
  created_at timestamptz NOT NULL,
  created_by text        NOT NULL,
  version    bigint      NOT NULL DEFAULT 0,
  CHECK ((next_at IS NULL) = (fire_at IS NULL)),
  CHECK ((paused_at IS NULL) = (paused_by IS NULL))
) WITH (fillfactor = 80);

COMMENT ON COLUMN work_schedule.next_at IS 'the first time of the rule that was not dealt with; null when there is none';
COMMENT ON COLUMN work_schedule.fire_at IS 'when that is dealt with: next_at and its jitter';
COMMENT ON COLUMN work_schedule.last_at IS 'the last time of the rule that was dealt with; nothing at or before it is dealt with again';

CREATE UNIQUE INDEX work_schedule_name_once ON work_schedule (org_id, lower(name));
CREATE INDEX work_schedule_newest ON work_schedule (org_id, id DESC);
CREATE INDEX work_schedule_due ON work_schedule (fire_at) WHERE paused_at IS NULL;

-- What became of each time. The primary key lets a time be dealt with once in the cluster.
CREATE TABLE work_firing (
  schedule_id uuid        NOT NULL REFERENCES work_schedule ON DELETE CASCADE,
  instant     timestamptz NOT NULL,
  org_id      uuid        NOT NULL,
  fired_at    timestamptz NOT NULL,
  outcome     text        NOT NULL CHECK (outcome IN ('SUBMITTED', 'HELD', 'SKIPPED')),
  reason      text,
  detail      text,
  late        boolean     NOT NULL,
  job_id      bigint,
  asked_by    text,
  open        boolean     NOT NULL,
  alert_at    timestamptz,
  PRIMARY KEY (schedule_id, instant),
  CHECK ((outcome = 'SUBMITTED') = (job_id IS NOT NULL)),
  CHECK ((outcome = 'SKIPPED') = (reason IS NOT NULL))
);

COMMENT ON COLUMN work_firing.open IS 'true until it is known that the job has ended';
COMMENT ON COLUMN work_firing.alert_at IS 'when it is looked at whether the job has ended; null when that is not asked or done';

CREATE INDEX work_firing_open ON work_firing (schedule_id, instant) WHERE open;
CREATE INDEX work_firing_held ON work_firing (schedule_id) WHERE outcome = 'HELD';
CREATE INDEX work_firing_alert ON work_firing (alert_at) WHERE alert_at IS NOT NULL;
CREATE INDEX work_firing_age ON work_firing USING brin (fired_at);

-- Runs that stayed silent, each told once.
CREATE TABLE work_schedule_alert (
  schedule_id uuid        NOT NULL REFERENCES work_schedule ON DELETE CASCADE,
  instant     timestamptz NOT NULL,
  org_id      uuid        NOT NULL,
  reason      text        NOT NULL CHECK (reason IN ('NOT_FIRED', 'NOT_BEGUN', 'NOT_ENDED')),
  noticed_at  timestamptz NOT NULL,
  PRIMARY KEY (schedule_id, instant)
);
