package org.stoafixture.sidedoor.work;

import org.stoafixture.sidedoor.audit.store.Rows;

/** Reaches into the storage of another room. */
public record Desk(Rows rows) {}
