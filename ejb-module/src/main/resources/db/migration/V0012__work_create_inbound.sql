-- What other systems sent: one row per message, whatever is delivered again. The message of nobody's
-- token belongs to the organisation 00000000-0000-0000-0000-000000000000, the installation itself.
CREATE TABLE work_inbound (
  id           uuid        PRIMARY KEY,
  org_id       uuid        NOT NULL,
  message_id   text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('ACCEPTED', 'REFUSED', 'PUT_BACK', 'DISCARDED')),
  organisation text,
  kind         text,
  key          text,
  sender       text,
  token        text,
  content      text,
  complete     boolean     NOT NULL,
  reason       text,
  job_id       bigint,
  received_at  timestamptz NOT NULL,
  handled_at   timestamptz,
  handled_by   uuid,
  handled_name text
);

COMMENT ON COLUMN work_inbound.organisation IS 'what the message says; org_id is whose it is';
COMMENT ON COLUMN work_inbound.token IS 'the last characters only, to tell tokens apart';
COMMENT ON COLUMN work_inbound.content IS 'what was sent, without its token; of a refused message only, the job has the others';
COMMENT ON COLUMN work_inbound.complete IS 'false when the content was too large to be kept whole';

CREATE UNIQUE INDEX work_inbound_message ON work_inbound (message_id);
CREATE UNIQUE INDEX work_inbound_key ON work_inbound (org_id, key)
  WHERE key IS NOT NULL AND state IN ('ACCEPTED', 'PUT_BACK');
CREATE INDEX work_inbound_newest ON work_inbound (org_id, id DESC);
CREATE INDEX work_inbound_received ON work_inbound (received_at);

-- The organisations that want the ends of their jobs told on the topic stoa.events.
CREATE TABLE work_event_listener (
  org_id     uuid        PRIMARY KEY,
  since      timestamptz NOT NULL,
  asked_by   uuid        NOT NULL,
  asked_name text        NOT NULL
);

-- Ends of jobs that are still to be told. Written with the end, gone when the broker has it.
CREATE TABLE work_event (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  org_id      uuid        NOT NULL,
  job_id      bigint      NOT NULL,
  taken_until timestamptz NOT NULL DEFAULT '-infinity'
);

COMMENT ON COLUMN work_event.taken_until IS 'until then one node is at work on telling it';

-- Once per statement, so that jobs that end in a group cost one look at a table that is mostly empty.
CREATE FUNCTION work_note_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM work_event_listener) THEN
    INSERT INTO work_event (org_id, job_id)
    SELECT ended.org_id, ended.id
    FROM ended JOIN work_event_listener listener ON listener.org_id = ended.org_id
    ORDER BY ended.id;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER work_note_ends AFTER INSERT ON work_archive
  REFERENCING NEW TABLE AS ended FOR EACH STATEMENT EXECUTE FUNCTION work_note_ends();
