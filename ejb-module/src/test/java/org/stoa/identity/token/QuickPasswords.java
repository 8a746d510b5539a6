package org.stoa.identity.token;

import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;

/** The real hash with the fewest rounds that it takes, so that tests need not wait. */
public final class QuickPasswords {

  private QuickPasswords() {}

  /** As in production but for the rounds. */
  public static Passwords create() {
    return new Passwords(new Pbkdf2PasswordHashImpl(), 1024);
  }
}
