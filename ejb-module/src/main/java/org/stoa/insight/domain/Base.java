package org.stoa.insight.domain;

import org.stoa.data.Query;

/**
 * What 100 % are.
 *
 * @param dataset the name of the dataset
 * @param query its one value
 */
public record Base(String dataset, Query query) {}
