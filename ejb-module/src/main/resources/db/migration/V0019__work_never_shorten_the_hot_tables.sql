-- To shorten a table VACUUM waits for a lock that it never gets while jobs pass, up to five seconds,
-- and in that time nothing is cleared and the table grows by thousands of rows.
ALTER TABLE work_job SET (vacuum_truncate = off);
ALTER TABLE work_ledger SET (vacuum_truncate = off);
