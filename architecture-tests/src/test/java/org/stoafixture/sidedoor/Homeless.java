package org.stoafixture.sidedoor;

/** Lives in no room. */
public class Homeless {}
