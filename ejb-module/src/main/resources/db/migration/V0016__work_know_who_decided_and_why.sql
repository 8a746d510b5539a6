-- A schedule runs with all rights of its organisation. What the system defined may run jobs that
-- are open to nobody; what people define may not.
ALTER TABLE work_schedule ADD COLUMN of_system boolean NOT NULL DEFAULT false;

-- Why a queue or a kind is paused, in the words of whoever paused it.
ALTER TABLE work_control ADD COLUMN pause_reason text;

-- Counts the changes of a weight, so that nobody overwrites what somebody else decided meanwhile.
ALTER TABLE work_share ADD COLUMN version bigint NOT NULL DEFAULT 1;
