-- The same bytes, read in another way, are another version; and what a version does not keep of its
-- source is told with it for as long as it lasts.
ALTER TABLE data_version
  ADD COLUMN read_options jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN losses jsonb NOT NULL DEFAULT '[]';
