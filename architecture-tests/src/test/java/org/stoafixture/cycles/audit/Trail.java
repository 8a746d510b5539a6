package org.stoafixture.cycles.audit;

import org.stoafixture.cycles.live.Topic;

/** One half of a cycle. */
public record Trail(Topic topic) {}
