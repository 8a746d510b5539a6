package org.stoa.audit;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the trail.
 *
 * @param id the entry
 * @param at when it was written
 * @param actorId who did it
 * @param actorName what the actor was called then
 * @param actorKind PERSON, MACHINE or SYSTEM
 * @param action the thing and the act, such as {@code study.created}
 * @param subjectType the kind of the thing
 * @param subjectId its id
 * @param before the old values, or null
 * @param after the new values, or null
 */
public record AuditView(
    UUID id,
    Instant at,
    UUID actorId,
    String actorName,
    String actorKind,
    String action,
    String subjectType,
    String subjectId,
    JsonValue before,
    JsonValue after) {}
