package org.stoa.work.domain;

import java.util.UUID;

/**
 * What jobs share that run only so many at once: a tenant, a target, a document.
 *
 * @param organisation whose jobs
 * @param kind what they do; its handler says how many
 * @param key what they share
 */
public record LimitKey(UUID organisation, String kind, String key) {}
