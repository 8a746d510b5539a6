package org.stoafixture.split.work;

/** The half that another module holds. */
public class Outside {}
