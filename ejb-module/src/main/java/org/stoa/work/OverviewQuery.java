package org.stoa.work;

import java.time.Instant;
import java.util.Optional;

/**
 * Of what an overview is wanted.
 *
 * @param from since when; empty for an hour before the end
 * @param to until when; empty for now
 * @param queue only jobs of this queue
 * @param kind only jobs of this kind
 */
public record OverviewQuery(
    Optional<Instant> from, Optional<Instant> to, Optional<String> queue, Optional<String> kind) {}
