package org.stoa.insight;

import java.util.UUID;

/**
 * A version that a widget was computed from.
 *
 * @param dataset the name of the dataset
 * @param datasetId its id
 * @param version the number of the version
 */
public record WidgetSource(String dataset, UUID datasetId, int version) {}
