-- Unfinished jobs of an organisation, newest first. The id stands in it as an expression, because a
-- plain column that is not the first one is a trap: when the statistics say that the table is empty,
-- which they rightly do after a burst, this index costs as little as the primary key, and the end of a
-- job by its id read all of it. Beside an old transaction, which keeps dead entries in place, that
-- took 7 ms for each job.
DROP INDEX work_job_newest;
CREATE INDEX work_job_newest ON work_job (org_id, (-id));
