-- A dataset is a name of an owner (such as a study) under which versions follow each other.
CREATE TABLE data_dataset (
  id uuid PRIMARY KEY,
  org_id uuid NOT NULL,
  owner uuid NOT NULL,
  name text NOT NULL,
  label text,
  created_at timestamptz NOT NULL,
  active_version uuid,
  UNIQUE (org_id, owner, name)
);

-- A version never changes. The rows themselves lie in a Parquet file at the path, which is relative
-- to the directory of versions; columns holds name, label, type and profile of each column.
CREATE TABLE data_version (
  id uuid PRIMARY KEY,
  org_id uuid NOT NULL,
  dataset_id uuid NOT NULL REFERENCES data_dataset (id),
  number integer NOT NULL CHECK (number > 0),
  row_count bigint NOT NULL CHECK (row_count >= 0),
  columns jsonb NOT NULL,
  path text NOT NULL UNIQUE,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  source_file uuid NOT NULL,
  source_label text NOT NULL,
  source_sha256 text NOT NULL,
  job_id bigint NOT NULL,
  loaded_at timestamptz NOT NULL,
  UNIQUE (dataset_id, number),
  -- A job makes at most one version of a dataset, however often it is tried.
  UNIQUE (job_id, dataset_id)
);

ALTER TABLE data_dataset
  ADD FOREIGN KEY (active_version) REFERENCES data_version (id);

REVOKE UPDATE ON data_version FROM "${application_role}";
