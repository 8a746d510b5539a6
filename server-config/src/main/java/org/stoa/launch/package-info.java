/**
 * Starts Stoa on one machine without anything installed but a JDK: PostgreSQL, Redis, a mail
 * catcher and Payara, all kept in one directory. {@link org.stoa.launch.Stack} is the front door:
 * the command {@code ./stoa} and the system tests start the same stack through it.
 */
package org.stoa.launch;
