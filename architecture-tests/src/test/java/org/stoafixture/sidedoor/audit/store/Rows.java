package org.stoafixture.sidedoor.audit.store;

/** Public for its own room only. */
public record Rows(int count) {}
