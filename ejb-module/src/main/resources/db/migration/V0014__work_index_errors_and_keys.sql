-- Finds failed jobs by any part of the text of their error. Trigrams also find parts of words, such
-- as the name of a file or a line.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX work_archive_error ON work_archive USING gin (
    (coalesce(error ->> 'title', '') || ' ' || coalesce(error ->> 'detail', '')) gin_trgm_ops)
  WHERE state = 'FAILED';

CREATE INDEX work_archive_key ON work_archive (org_id, key, id DESC) WHERE key IS NOT NULL;
