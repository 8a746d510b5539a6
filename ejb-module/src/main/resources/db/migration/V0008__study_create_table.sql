-- Clinical studies; the datasets and dashboards of a study name it as their owner.
CREATE TABLE study (
  id         uuid        PRIMARY KEY,
  org_id     uuid        NOT NULL,
  code       text        NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  title      text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  created_by text        NOT NULL,
  version    bigint      NOT NULL
);

CREATE UNIQUE INDEX study_code_once ON study (org_id, lower(code));
CREATE INDEX study_newest ON study (org_id, id DESC);
