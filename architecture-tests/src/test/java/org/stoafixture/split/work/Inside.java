package org.stoafixture.split.work;

/** The half that one module holds. */
public class Inside {}
