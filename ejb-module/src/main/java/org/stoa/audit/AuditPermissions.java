package org.stoa.audit;

/** The permissions of this room. */
public final class AuditPermissions {

  /** Read the trail of the organisation. */
  public static final String READ = "audit.read";

  private AuditPermissions() {}
}
