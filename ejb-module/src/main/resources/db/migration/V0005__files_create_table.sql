-- Files whose bytes are on disk. Rows are added and removed, never changed.
CREATE TABLE files_file (
  id         uuid        PRIMARY KEY,
  org_id     uuid        NOT NULL,
  label      text        NOT NULL CHECK (char_length(label) BETWEEN 1 AND 200),
  bytes      bigint      NOT NULL CHECK (bytes > 0),
  sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text        NOT NULL,
  stored_at  timestamptz NOT NULL,
  stored_by  text        NOT NULL
);

CREATE INDEX files_file_newest ON files_file (org_id, id DESC);

REVOKE UPDATE ON files_file FROM "${application_role}";
