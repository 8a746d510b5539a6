-- The owner migrates; the application's role reads and writes rows, owns nothing, and is bound by
-- row-level security. Tables made by later migrations are granted by these defaults.
GRANT USAGE ON SCHEMA public TO "${application_role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${application_role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT USAGE, SELECT ON SEQUENCES TO "${application_role}";
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
