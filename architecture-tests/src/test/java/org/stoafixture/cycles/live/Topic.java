package org.stoafixture.cycles.live;

import org.stoafixture.cycles.audit.Trail;

/** The other half of a cycle. */
public record Topic(Trail trail) {}
