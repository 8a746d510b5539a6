package org.stoa.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * An organisation of the installation.
 *
 * @param id the organisation
 * @param name unique in the installation
 * @param createdAt when it was added
 */
public record OrganisationView(UUID id, String name, Instant createdAt) {}
