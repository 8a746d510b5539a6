package org.stoa.work.domain;

import java.util.UUID;
import org.stoa.work.JobView;

/** A job as people of its organisation see it, and which organisation that is. */
public record OwnedView(UUID organisation, JobView view) {}
