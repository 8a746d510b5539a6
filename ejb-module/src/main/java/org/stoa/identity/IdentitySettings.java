package org.stoa.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.stoa.identity.domain.EmailAddress;
import org.stoa.identity.domain.PasswordRules;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/** The settings of this room: the key of tokens, and who is the first administrator. */
@Singleton
public class IdentitySettings implements RoomSettings {

  private static final int LEAST_KEY_BYTES = 32;

  private final byte[] tokenKey;
  private final Duration tokenLife;
  private final Duration sessionLife;
  private final String organisation;
  private final Optional<EmailAddress> adminEmail;
  private final Optional<String> adminPassword;

  /** Reads and checks. */
  @Inject
  public IdentitySettings(Settings settings) {
    tokenKey = settings.required("stoa.token.key", IdentitySettings::key);
    tokenLife = Duration.ofMinutes(settings.number("stoa.token.minutes", 15, 1, 60));
    sessionLife = Duration.ofDays(settings.number("stoa.session.days", 14, 1, 90));
    organisation = settings.optional("stoa.organisation", "Stoa Demonstration", text -> text);
    adminEmail =
        settings.optional(
            "stoa.admin.email", Optional.empty(), text -> Optional.of(emailAddress(text)));
    adminPassword =
        settings.optional(
            "stoa.admin.password", Optional.empty(), text -> Optional.of(password(text)));
  }

  /** {@code STOA_TOKEN_KEY}: signs access tokens, at least 256 bits. */
  public byte[] tokenKey() {
    return tokenKey.clone();
  }

  /** {@code STOA_TOKEN_MINUTES}: how long an access token is good. */
  public Duration tokenLife() {
    return tokenLife;
  }

  /** {@code STOA_SESSION_DAYS}: how long refresh tokens can follow from one signing-in. */
  public Duration sessionLife() {
    return sessionLife;
  }

  /** {@code STOA_ORGANISATION}: the name of the first organisation. */
  public String organisation() {
    return organisation;
  }

  /** {@code STOA_ADMIN_EMAIL}: the first administrator. */
  public Optional<EmailAddress> adminEmail() {
    return adminEmail;
  }

  /** {@code STOA_ADMIN_PASSWORD}: the first administrator's first password. */
  public Optional<String> adminPassword() {
    return adminPassword;
  }

  private static byte[] key(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be base64, as 'openssl rand -base64 32' writes", e);
    }
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("must have at least 256 bits (32 bytes before base64)");
    }
    return key;
  }

  private static EmailAddress emailAddress(String text) {
    return EmailAddress.in(text)
        .orElseThrow(() -> new IllegalArgumentException("must be an e-mail address"));
  }

  private static String password(String text) {
    PasswordRules.fault(text, null)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
    return text;
  }
}
