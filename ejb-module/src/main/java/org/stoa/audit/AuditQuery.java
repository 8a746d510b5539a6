package org.stoa.audit;

import java.util.UUID;

/**
 * Which entries are wanted. A null leaves its filter out.
 *
 * @param subjectType the kind of the thing, such as {@code study}
 * @param subjectId the id of the thing
 * @param actor who did it
 * @param action exactly this action, such as {@code study.created}
 */
public record AuditQuery(String subjectType, String subjectId, UUID actor, String action) {

  /** Every entry of the organisation. */
  public static AuditQuery all() {
    return new AuditQuery(null, null, null, null);
  }

  /** The history of one thing. */
  public static AuditQuery about(String subjectType, Object subjectId) {
    return new AuditQuery(subjectType, String.valueOf(subjectId), null, null);
  }
}
