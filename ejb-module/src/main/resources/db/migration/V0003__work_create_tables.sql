-- Unfinished jobs only, so that the table and its indexes stay small whatever was done before.
CREATE TABLE work_job (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  org_id         uuid        NOT NULL,
  kind           text        NOT NULL,
  queue          text        NOT NULL,
  priority       integer     NOT NULL,
  state          text        NOT NULL CHECK (state IN ('QUEUED', 'RUNNING')),
  ready          boolean     NOT NULL,
  due_at         timestamptz NOT NULL,
  key            text,
  payload        jsonb       NOT NULL,
  attempt        integer     NOT NULL DEFAULT 0,
  failures       integer     NOT NULL DEFAULT 0,
  losses         integer     NOT NULL DEFAULT 0,
  max_attempts   integer     NOT NULL,
  submitted_at   timestamptz NOT NULL,
  submitted_by   uuid        NOT NULL,
  submitted_name text        NOT NULL,
  started_at     timestamptz,
  lease_owner    uuid,
  lease_token    bigint      NOT NULL DEFAULT 0,
  cancel_at      timestamptz,
  progress_done  bigint,
  progress_total bigint,
  progress_text  text,
  last_error     jsonb,
  CHECK ((state = 'RUNNING') = (lease_owner IS NOT NULL))
) WITH (
  fillfactor = 80,
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_cost_delay = 0
);

COMMENT ON COLUMN work_job.ready IS 'false as long as something holds the job back, such as its due time; claims see ready rows only';
COMMENT ON COLUMN work_job.lease_owner IS 'the run of the node that holds the job; its lease is in work_node';
COMMENT ON COLUMN work_job.lease_token IS 'grows with every claim; what carries an older one can commit nothing (fencing)';
COMMENT ON COLUMN work_job.losses IS 'attempts whose worker vanished; they are not failures of the job';

CREATE INDEX work_job_ready ON work_job (queue, priority DESC, id) WHERE state = 'QUEUED' AND ready;
CREATE INDEX work_job_due ON work_job (due_at) WHERE state = 'QUEUED' AND NOT ready;
CREATE INDEX work_job_lease ON work_job (lease_owner) WHERE state = 'RUNNING';
CREATE INDEX work_job_newest ON work_job (org_id, id DESC);
CREATE UNIQUE INDEX work_job_key ON work_job (org_id, kind, key) WHERE key IS NOT NULL;

-- Finished jobs. A job moves here in the statement that deletes it above, so it is in exactly one.
CREATE TABLE work_archive (
  id             bigint      PRIMARY KEY,
  org_id         uuid        NOT NULL,
  kind           text        NOT NULL,
  queue          text        NOT NULL,
  priority       integer     NOT NULL,
  state          text        NOT NULL CHECK (state IN ('SUCCEEDED', 'FAILED', 'CANCELLED')),
  due_at         timestamptz NOT NULL,
  key            text,
  payload        jsonb       NOT NULL,
  attempt        integer     NOT NULL,
  failures       integer     NOT NULL,
  losses         integer     NOT NULL,
  max_attempts   integer     NOT NULL,
  submitted_at   timestamptz NOT NULL,
  submitted_by   uuid        NOT NULL,
  submitted_name text        NOT NULL,
  started_at     timestamptz,
  finished_at    timestamptz NOT NULL,
  cancel_at      timestamptz,
  node           text,
  progress_done  bigint,
  progress_total bigint,
  progress_text  text,
  result         jsonb,
  error          jsonb
);

CREATE INDEX work_archive_newest ON work_archive (org_id, id DESC);
CREATE INDEX work_archive_kind ON work_archive (org_id, kind, id DESC);
CREATE INDEX work_archive_unsuccessful ON work_archive (org_id, state, id DESC)
  WHERE state <> 'SUCCEEDED';

-- Attempts that did not succeed. The successful one is the job's own row.
CREATE TABLE work_attempt (
  job_id      bigint      NOT NULL,
  attempt     integer     NOT NULL,
  org_id      uuid        NOT NULL,
  node        text        NOT NULL,
  outcome     text        NOT NULL CHECK (outcome IN ('FAILED', 'LOST', 'HANDED_BACK', 'CANCELLED')),
  started_at  timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  error       jsonb,
  PRIMARY KEY (job_id, attempt)
);

CREATE TABLE work_log (
  job_id  bigint      NOT NULL,
  number  bigint      GENERATED ALWAYS AS IDENTITY,
  attempt integer     NOT NULL,
  org_id  uuid        NOT NULL,
  at      timestamptz NOT NULL,
  text    text        NOT NULL,
  PRIMARY KEY (job_id, number)
);

-- One row per run of a server. While it keeps its lease, the jobs that name it are its own.
CREATE TABLE work_node (
  id           uuid        PRIMARY KEY,
  name         text        NOT NULL,
  started_at   timestamptz NOT NULL,
  heartbeat_at timestamptz NOT NULL,
  lease_until  timestamptz NOT NULL
);
