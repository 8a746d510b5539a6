-- How much of each node's workers a queue may have beside the others: what is not told here has the
-- weight 1, and nothing reserved.
ALTER TABLE work_control
  ADD COLUMN weight   integer CHECK (weight BETWEEN 1 AND 1000),
  ADD COLUMN reserved integer CHECK (reserved BETWEEN 0 AND 56),
  ADD CHECK (scope = 'QUEUE' OR (weight IS NULL AND reserved IS NULL));
