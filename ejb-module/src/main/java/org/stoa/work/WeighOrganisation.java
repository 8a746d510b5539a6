package org.stoa.work;

/**
 * How much of the work an organisation may have beside the others.
 *
 * @param weight 1 to 1000; twice as much gets twice as many turns while both wait
 */
public record WeighOrganisation(int weight) {}
