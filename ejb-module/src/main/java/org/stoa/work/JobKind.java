package org.stoa.work;

import java.util.Map;

/**
 * A kind of job that can be scheduled.
 *
 * @param kind its name
 * @param queue where its jobs wait unless something else is said
 * @param members the members of its payload, each with the name of its type
 */
public record JobKind(String kind, String queue, Map<String, String> members) {}
