package org.stoa.data;

import java.util.UUID;

/**
 * A dataset has a new active version. It is fired in the transaction that activates it; observe it
 * with {@code AFTER_SUCCESS}.
 *
 * @param owner what the dataset belongs to, such as a study
 * @param datasetId the dataset
 * @param name its name
 * @param version the number of the version that is now active
 */
public record VersionActivated(UUID owner, UUID datasetId, String name, int version) {}
