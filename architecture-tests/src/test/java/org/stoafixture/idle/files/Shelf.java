package org.stoafixture.idle.files;

/** Calls nobody, although its room declares two others, one of them on a higher tier. */
public class Shelf {}
