package org.stoa.shared;

import jakarta.ejb.ApplicationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something the caller can understand and often mend, told as a problem detail (RFC 9457). One
 * small class per problem type. The transaction is rolled back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Problem extends RuntimeException {

  private static final String TYPE_PREFIX = "urn:stoa:problem:";

  private final String type;
  private final int status;
  private final String title;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * A problem.
   *
   * @param type the short name of the type in kebab case, such as {@code not-found}
   * @param status the HTTP status that fits it
   * @param title what kind of problem it is, the same for all of its type
   * @param detail what happened here: what, where, why, what now
   */
  protected Problem(String type, int status, String title, String detail) {
    super(detail);
    this.type = TYPE_PREFIX + type;
    this.status = status;
    this.title = title;
  }

  /**
   * Adds an extension member, such as {@code field}, {@code file}, {@code line}. Null is left out.
   */
  protected final void member(String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  /** The URI of the problem type. */
  public String type() {
    return type;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The title, the same for all problems of the type. */
  public String title() {
    return title;
  }

  /** What happened here. */
  public String detail() {
    return getMessage();
  }

  /** The extension members in the order in which they were added. */
  public Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }
}
