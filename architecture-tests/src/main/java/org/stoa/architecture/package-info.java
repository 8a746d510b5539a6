/**
 * The nine rules of the house as ArchUnit rules, and the map that is drawn from the same reading.
 * Each rule takes a {@link org.stoa.architecture.House}, so that it can be tried on a small house
 * that breaks it.
 */
package org.stoa.architecture;
