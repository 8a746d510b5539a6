package org.stoa.work.domain;

import java.time.Instant;
import org.stoa.work.JobProgress;

/**
 * A job that succeeded and has nothing to commit but that.
 *
 * @param lease under which it ran
 * @param result the JSON of the result, or null
 * @param progress the last progress, null to keep what was written
 * @param at when its handler was done
 */
public record Success(Lease lease, String result, JobProgress progress, Instant at) {}
