package org.stoafixture.mixed.work;

import jakarta.ejb.Stateless;

/** A bean at the front door. */
@Stateless
public class Desk {}
