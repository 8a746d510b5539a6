-- What a format does not keep of a version. Neither changes, so it is found out once.
CREATE TABLE data_export_loss (
  version_id uuid NOT NULL REFERENCES data_version (id) ON DELETE CASCADE,
  format text NOT NULL,
  org_id uuid NOT NULL,
  losses jsonb NOT NULL,
  examined_at timestamptz NOT NULL,
  PRIMARY KEY (version_id, format)
);
