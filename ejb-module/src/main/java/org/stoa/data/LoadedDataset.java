package org.stoa.data;

import java.util.UUID;

/**
 * What became of one table of an upload.
 *
 * @param datasetId the dataset
 * @param name its name
 * @param version the number of its version that holds the table
 * @param rows how many rows the version has
 * @param columns how many columns it has
 * @param losses in how many ways the version does not keep everything of the file
 * @param unchanged true when the active version was made from the very same bytes, so that no new
 *     version came to be
 */
public record LoadedDataset(
    UUID datasetId,
    String name,
    int version,
    long rows,
    int columns,
    int losses,
    boolean unchanged) {}
