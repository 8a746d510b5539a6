package org.stoa.audit;

import java.util.Objects;

/**
 * What was done to what. Who, when and for which organisation is known from the call.
 *
 * @param action the thing and the act in the past tense, such as {@code study.created}
 * @param subjectType the kind of the thing, such as {@code study}
 * @param subjectId its id
 * @param before the values before, a record or a map; null when there was nothing
 * @param after the values after, a record or a map; null when nothing is left. Secrets never go
 *     here.
 */
public record AuditEntry(
    String action, String subjectType, String subjectId, Object before, Object after) {

  public AuditEntry {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(subjectType, "subjectType");
    Objects.requireNonNull(subjectId, "subjectId");
  }

  /** The thing is new. */
  public static AuditEntry created(String type, Object id, Object after) {
    return new AuditEntry(type + ".created", type, String.valueOf(id), null, after);
  }

  /** The thing has other values now. */
  public static AuditEntry changed(String type, Object id, Object before, Object after) {
    return new AuditEntry(type + ".changed", type, String.valueOf(id), before, after);
  }

  /** The thing is gone. */
  public static AuditEntry deleted(String type, Object id, Object before) {
    return new AuditEntry(type + ".deleted", type, String.valueOf(id), before, null);
  }

  /** Something was done with the thing that changed none of its values. */
  public static AuditEntry happened(String action, String type, Object id) {
    return new AuditEntry(action, type, String.valueOf(id), null, null);
  }
}
