-- What holds a job back is named, one thing at a time: other jobs, then its due time, then its limit
-- key. Claims see only what nothing holds back.
ALTER TABLE work_job
  ADD COLUMN hold       text CHECK (hold IN ('JOBS', 'DUE', 'KEY')),
  ADD COLUMN limit_key  text,
  ADD COLUMN slot       integer,
  ADD COLUMN key_scope  text NOT NULL DEFAULT 'UNFINISHED' CHECK (key_scope IN ('UNFINISHED', 'WAITING', 'PERIOD')),
  ADD COLUMN run_anyway boolean NOT NULL DEFAULT false,
  ADD COLUMN expires_at timestamptz,
  ADD CHECK (state = 'QUEUED' OR hold IS NULL),
  ADD CHECK (hold IS NULL OR slot IS NULL),
  ADD CHECK (limit_key IS NULL OR hold IS NOT NULL OR slot IS NOT NULL);

COMMENT ON COLUMN work_job.limit_key IS 'jobs of a kind that share it run only so many at once as the kind allows';
COMMENT ON COLUMN work_job.slot IS 'the place that the job takes among those of its limit key; unique, so that no more than allowed can have one';
COMMENT ON COLUMN work_job.run_anyway IS 'whether it runs although a job that it waited for did not succeed';

UPDATE work_job SET hold = 'DUE' WHERE state = 'QUEUED' AND NOT ready;

DROP INDEX work_job_ready, work_job_due, work_job_lease, work_job_key;
ALTER TABLE work_job DROP COLUMN ready;

-- Ready jobs, by lane: claims go lane by lane and remember how far each one is used up.
CREATE INDEX work_job_lane ON work_job (queue, org_id, priority, kind, id)
  WHERE state = 'QUEUED' AND hold IS NULL;
CREATE INDEX work_job_due ON work_job (due_at) WHERE hold = 'DUE';
CREATE INDEX work_job_waits_for_jobs ON work_job (id) WHERE hold = 'JOBS';
CREATE INDEX work_job_waits_for_slot ON work_job (org_id, kind, limit_key, priority DESC, id)
  WHERE hold = 'KEY';
CREATE UNIQUE INDEX work_job_slot ON work_job (org_id, kind, limit_key, slot) WHERE slot IS NOT NULL;
CREATE INDEX work_job_running ON work_job (lease_token) WHERE state = 'RUNNING';
CREATE INDEX work_job_expires ON work_job (expires_at)
  WHERE expires_at IS NOT NULL AND state = 'QUEUED';
CREATE UNIQUE INDEX work_job_key ON work_job (org_id, kind, key)
  WHERE key IS NOT NULL AND key_scope = 'UNFINISHED';
CREATE UNIQUE INDEX work_job_key_waiting ON work_job (org_id, kind, key)
  WHERE key IS NOT NULL AND key_scope = 'WAITING' AND started_at IS NULL;

-- One number per claim, over all jobs: the newer claim has the greater one.
CREATE SEQUENCE work_claim;
SELECT setval('work_claim', (SELECT coalesce(max(lease_token), 0) + 1 FROM work_job));

-- Which job waits for which, and what came of that.
CREATE TABLE work_dependency (
  job_id    bigint NOT NULL,
  waits_for bigint NOT NULL,
  org_id    uuid   NOT NULL,
  outcome   text   CHECK (outcome IN ('SUCCEEDED', 'FAILED', 'CANCELLED', 'GONE')),
  at        timestamptz NOT NULL,
  PRIMARY KEY (job_id, waits_for)
);
CREATE INDEX work_dependency_open ON work_dependency (waits_for) WHERE outcome IS NULL;
CREATE INDEX work_dependency_of ON work_dependency (waits_for);

-- Keys that forbid another job for a period, whether the first has ended or not.
CREATE TABLE work_key (
  org_id  uuid        NOT NULL,
  kind    text        NOT NULL,
  key     text        NOT NULL,
  job_id  bigint      NOT NULL,
  until   timestamptz NOT NULL,
  PRIMARY KEY (org_id, kind, key)
);
CREATE INDEX work_key_until ON work_key (until);

-- What people decided about queues and kinds: pauses, and limits instead of those of the handler.
CREATE TABLE work_control (
  scope             text        NOT NULL CHECK (scope IN ('QUEUE', 'KIND')),
  name              text        NOT NULL,
  paused_at         timestamptz,
  paused_by         text,
  running           integer     CHECK (running >= 0),
  starts_per_second integer     CHECK (starts_per_second > 0),
  version           bigint      NOT NULL DEFAULT 0,
  PRIMARY KEY (scope, name),
  CHECK ((paused_at IS NULL) = (paused_by IS NULL))
);

-- How much of the work an organisation may have beside the others; 1 unless it is told here.
CREATE TABLE work_share (
  org_id uuid    PRIMARY KEY,
  weight integer NOT NULL CHECK (weight BETWEEN 1 AND 1000)
);

-- Starts of kinds that may start only so often; older ones are swept.
CREATE TABLE work_start (
  kind text        NOT NULL,
  at   timestamptz NOT NULL
);
CREATE INDEX work_start_newest ON work_start (kind, at DESC);

-- The books: what was submitted and what ended, written in the same statement as the rows
-- themselves, and compared with the rows by the self-check. Old entries are added up into one.
CREATE TABLE work_ledger (
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  submitted bigint      NOT NULL DEFAULT 0,
  succeeded bigint      NOT NULL DEFAULT 0,
  failed    bigint      NOT NULL DEFAULT 0,
  cancelled bigint      NOT NULL DEFAULT 0
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- History by the week, so that what is old goes with its partition. The key must contain the time.
ALTER TABLE work_archive RENAME TO work_archive_before;
ALTER INDEX work_archive_pkey RENAME TO work_archive_before_pkey;
DROP INDEX work_archive_newest, work_archive_kind, work_archive_unsuccessful;

CREATE TABLE work_archive (
  LIKE work_archive_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  limit_key  text,
  expires_at timestamptz,
  PRIMARY KEY (id, finished_at)
) PARTITION BY RANGE (finished_at);
CREATE TABLE work_archive_rest PARTITION OF work_archive DEFAULT;
CREATE INDEX work_archive_newest ON work_archive (org_id, id DESC);
CREATE INDEX work_archive_kind ON work_archive (org_id, kind, id DESC);
CREATE INDEX work_archive_unsuccessful ON work_archive (org_id, state, id DESC)
  WHERE state <> 'SUCCEEDED';
CREATE INDEX work_archive_finished ON work_archive (finished_at);

ALTER TABLE work_attempt RENAME TO work_attempt_before;
ALTER INDEX work_attempt_pkey RENAME TO work_attempt_before_pkey;
CREATE TABLE work_attempt (
  LIKE work_attempt_before INCLUDING DEFAULTS,
  CHECK (outcome IN ('FAILED', 'LOST', 'HANDED_BACK', 'CANCELLED', 'TIMED_OUT')),
  PRIMARY KEY (job_id, attempt, finished_at)
) PARTITION BY RANGE (finished_at);
CREATE TABLE work_attempt_rest PARTITION OF work_attempt DEFAULT;

ALTER TABLE work_log RENAME TO work_log_before;
ALTER INDEX work_log_pkey RENAME TO work_log_before_pkey;
CREATE SEQUENCE work_log_number;
SELECT setval('work_log_number', (SELECT coalesce(max(number), 0) + 1 FROM work_log_before));
CREATE TABLE work_log (
  job_id  bigint      NOT NULL,
  number  bigint      NOT NULL DEFAULT nextval('work_log_number'),
  attempt integer     NOT NULL,
  org_id  uuid        NOT NULL,
  at      timestamptz NOT NULL,
  text    text        NOT NULL,
  PRIMARY KEY (job_id, number, at)
) PARTITION BY RANGE (at);
CREATE TABLE work_log_rest PARTITION OF work_log DEFAULT;
ALTER SEQUENCE work_log_number OWNED BY work_log.number;

-- Partitions of the weeks that hold what is there already, and of the next ones. Later ones are made
-- by the application in time; what finds none goes to the rest, and moves when its week is made.
CREATE FUNCTION work_make_week(a_table text, a_time timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  monday date := date_trunc('week', a_time AT TIME ZONE 'UTC')::date;
  name   text := a_table || to_char(monday, '_YYYYMMDD');
  rest   text := a_table || '_rest';
  since  timestamptz := monday::timestamp AT TIME ZONE 'UTC';
  until  timestamptz := (monday + 7)::timestamp AT TIME ZONE 'UTC';
  time   text := CASE a_table WHEN 'work_log' THEN 'at' ELSE 'finished_at' END;
BEGIN
  IF to_regclass(name) IS NOT NULL THEN
    RETURN;
  END IF;
  SET LOCAL lock_timeout = '2s';
  EXECUTE format('LOCK TABLE %I IN EXCLUSIVE MODE', a_table);
  IF to_regclass(name) IS NOT NULL THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name, a_table);
  EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *)
    INSERT INTO %I SELECT * FROM moved', rest, time, since, time, until, name);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', a_table, name,
    since, until);
END $$;
REVOKE ALL ON FUNCTION work_make_week FROM PUBLIC;

SELECT work_make_week(t, w)
FROM unnest(ARRAY['work_archive', 'work_attempt', 'work_log']) t,
  generate_series(
    least(clock_timestamp(), (SELECT min(finished_at) FROM work_archive_before),
      (SELECT min(finished_at) FROM work_attempt_before), (SELECT min(at) FROM work_log_before)),
    clock_timestamp() + interval '21 days', interval '7 days') w;

INSERT INTO work_archive SELECT * FROM work_archive_before;
INSERT INTO work_attempt SELECT * FROM work_attempt_before;
INSERT INTO work_log (job_id, number, attempt, org_id, at, text)
  SELECT job_id, number, attempt, org_id, at, text FROM work_log_before;
DROP TABLE work_archive_before, work_attempt_before, work_log_before;

-- What left the history at its retention, so that the books still balance.
CREATE TABLE work_dropped (
  partition text        PRIMARY KEY,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  succeeded bigint      NOT NULL,
  failed    bigint      NOT NULL,
  cancelled bigint      NOT NULL
);

INSERT INTO work_ledger (submitted, succeeded, failed, cancelled)
SELECT (SELECT count(*) FROM work_job) + count(*), count(*) FILTER (WHERE state = 'SUCCEEDED'),
  count(*) FILTER (WHERE state = 'FAILED'), count(*) FILTER (WHERE state = 'CANCELLED')
FROM work_archive;

-- A node is drained before it is shut down; what one of its workers hangs on is shown.
ALTER TABLE work_node
  ADD COLUMN draining_at timestamptz,
  ADD COLUMN draining_by text,
  ADD COLUMN told        jsonb;
COMMENT ON COLUMN work_node.told IS 'what the node says of its workers, with each heartbeat';

-- Drops the weeks of the history that ended before a time, and says which. One node does it.
CREATE FUNCTION work_drop_weeks(a_limit timestamptz) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  part record;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('stoa.work.history', 0)) THEN
    RETURN;
  END IF;
  SET LOCAL lock_timeout = '2s';
  FOR part IN
    SELECT child.relname AS name, parent.relname AS parent
    FROM pg_inherits
      JOIN pg_class child ON child.oid = inhrelid
      JOIN pg_class parent ON parent.oid = inhparent
    WHERE parent.oid IN ('work_archive'::regclass, 'work_attempt'::regclass, 'work_log'::regclass)
      AND child.relname ~ '_\d{8}$'
      AND (to_date(right(child.relname, 8), 'YYYYMMDD') + 7)::timestamp AT TIME ZONE 'UTC' <= a_limit
    ORDER BY child.relname
  LOOP
    IF part.parent = 'work_archive' THEN
      EXECUTE format('INSERT INTO work_dropped (partition, succeeded, failed, cancelled)
        SELECT %L, count(*) FILTER (WHERE state = ''SUCCEEDED''),
          count(*) FILTER (WHERE state = ''FAILED''), count(*) FILTER (WHERE state = ''CANCELLED'')
        FROM %I', part.name, part.name);
    END IF;
    EXECUTE format('DROP TABLE %I', part.name);
    RETURN NEXT part.name;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION work_drop_weeks FROM PUBLIC;
