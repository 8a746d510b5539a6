-- How much of each node's workers a queue may have beside the others: weight 1 and nothing reserved
-- unless it is told here.
CREATE TABLE work_queue_share (
  queue    text    PRIMARY KEY,
  weight   integer NOT NULL CHECK (weight BETWEEN 1 AND 1000),
  reserved integer NOT NULL CHECK (reserved BETWEEN 0 AND 256),
  version  bigint  NOT NULL
);
