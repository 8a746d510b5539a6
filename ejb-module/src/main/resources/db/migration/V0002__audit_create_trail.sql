-- Who did what when, with the old and the new value. Rows are only ever added.
CREATE TABLE audit_entry (
  id           uuid        PRIMARY KEY,
  position     bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  org_id       uuid        NOT NULL,
  at           timestamptz NOT NULL,
  actor_id     uuid        NOT NULL,
  actor_name   text        NOT NULL,
  actor_kind   text        NOT NULL CHECK (actor_kind IN ('PERSON', 'MACHINE', 'SYSTEM')),
  action       text        NOT NULL,
  subject_type text        NOT NULL,
  subject_id   text        NOT NULL,
  before       jsonb,
  after        jsonb
);

CREATE INDEX audit_entry_newest ON audit_entry (org_id, position DESC);
CREATE INDEX audit_entry_subject ON audit_entry (org_id, subject_type, subject_id, position DESC);
CREATE INDEX audit_entry_actor ON audit_entry (org_id, actor_id, position DESC);
CREATE INDEX audit_entry_action ON audit_entry (org_id, action, position DESC);

CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN
  RAISE EXCEPTION 'The audit trail is append-only: % is refused.', TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$refuse$;

CREATE TRIGGER audit_entry_keep_rows
  BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_entry_keep_table
  BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Also while a session plays the part of a replica, in which ordinary triggers rest.
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_keep_rows;
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_keep_table;

-- The triggers bind the owner as well; the application's role does not even have the right.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM "${application_role}";
