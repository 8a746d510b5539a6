-- Answers to requests with an Idempotency-Key, each written in the transaction of what it tells of.
-- Rows are added, and removed when they are a day old.
CREATE TABLE shared_idempotent_answer (
  org_id      uuid        NOT NULL,
  caller      uuid        NOT NULL,
  key_hash    text        NOT NULL CHECK (key_hash ~ '^[0-9a-f]{64}$'),
  fingerprint text        NOT NULL CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  status      integer     NOT NULL,
  location    text,
  etag        text,
  body        text,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, caller, key_hash)
);

CREATE INDEX shared_idempotent_answer_oldest ON shared_idempotent_answer (answered_at);

COMMENT ON COLUMN shared_idempotent_answer.fingerprint IS
  'of the operation and what it was asked, salted with the key, which is nowhere kept as it is';

REVOKE UPDATE ON shared_idempotent_answer FROM "${application_role}";
