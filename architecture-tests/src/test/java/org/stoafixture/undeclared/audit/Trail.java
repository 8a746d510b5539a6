package org.stoafixture.undeclared.audit;

/** What the other room needs. */
public record Trail(String line) {}
