-- Jobs that were submitted together under a name. What becomes of them is counted from the jobs until
-- the last one has ended, and only then written here, once: no end of a job waits for this row.
CREATE TABLE work_batch (
  id             uuid        PRIMARY KEY,
  org_id         uuid        NOT NULL,
  name           text        NOT NULL,
  ordered        boolean     NOT NULL,
  run_anyway     boolean     NOT NULL,
  jobs           integer     NOT NULL CHECK (jobs > 0),
  continuation   bigint,
  round          integer     NOT NULL DEFAULT 1,
  state          text        NOT NULL DEFAULT 'RUNNING'
    CHECK (state IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  submitted_at   timestamptz NOT NULL,
  submitted_by   uuid        NOT NULL,
  submitted_name text        NOT NULL,
  began_at       timestamptz,
  ended_at       timestamptz,
  succeeded      integer,
  failed         integer,
  cancelled      integer,
  first_failure  bigint,
  CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);

COMMENT ON COLUMN work_batch.ordered IS 'a chain: each job waits for the one before';
COMMENT ON COLUMN work_batch.run_anyway IS 'what waits in it goes on although something before it did not succeed';
COMMENT ON COLUMN work_batch.continuation IS 'the job that waits for the end of all; it is none of them';
COMMENT ON COLUMN work_batch.round IS 'grows when its jobs are repeated, so that an end that was seen before does not count';

CREATE INDEX work_batch_newest ON work_batch (org_id, id DESC);
CREATE INDEX work_batch_open ON work_batch (id) WHERE state = 'RUNNING';
CREATE INDEX work_batch_continuation ON work_batch (continuation) WHERE continuation IS NOT NULL;

ALTER TABLE work_job
  ADD COLUMN batch_id uuid,
  DROP CONSTRAINT work_job_hold_check,
  ADD CONSTRAINT work_job_hold_check CHECK (hold IN ('BATCH', 'JOBS', 'DUE', 'KEY'));
CREATE INDEX work_job_batch ON work_job (batch_id, id) WHERE batch_id IS NOT NULL;

ALTER TABLE work_archive
  ADD COLUMN batch_id    uuid,
  ADD COLUMN replaced_by bigint;
COMMENT ON COLUMN work_archive.replaced_by IS 'the job of the same batch that does it again, and counts instead';
CREATE INDEX work_archive_batch ON work_archive (batch_id, state, id)
  WHERE batch_id IS NOT NULL AND replaced_by IS NULL;
