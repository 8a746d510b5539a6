package org.stoa.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.stoa.identity.IdentitySettings;
import org.stoa.shared.Ids;
import org.stoa.shared.UnauthenticatedProblem;

/**
 * Signs and verifies access tokens: JSON Web Tokens of the type {@code at+jwt} (RFC 9068), signed
 * with HS256 and nothing else.
 */
public class AccessTokens {

  private static final String ISSUER = "stoa";
  private static final String ORGANISATION = "org";
  private static final String SESSION = "sid";
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();

  private final byte[] key;
  private final Duration life;
  private final Clock clock;

  /** With the key and the life time of the settings. */
  @Inject
  public AccessTokens(IdentitySettings settings, Clock clock) {
    this(settings.tokenKey(), settings.tokenLife(), clock);
  }

  AccessTokens(byte[] key, Duration life, Clock clock) {
    this.key = key.clone();
    this.life = life;
    this.clock = clock;
  }

  /** For how long a token is good. */
  public Duration life() {
    return life;
  }

  /** A new token for the person's session. */
  public String sign(UUID person, UUID organisation, UUID session) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(ISSUER)
            .subject(person.toString())
            .claim(ORGANISATION, organisation.toString())
            .claim(SESSION, session.toString())
            .jwtID(Ids.next().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)))
            .build();
    SignedJWT token = new SignedJWT(HEADER, claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key of access tokens does not sign", e);
    }
    return token.serialize();
  }

  /**
   * What the token says, once its type, algorithm, signature, issuer, audience and expiry are found
   * right.
   *
   * @throws UnauthenticatedProblem when one of them is wrong
   */
  public AccessClaims verify(String token) {
    AccessClaims read = issued(token);
    if (!clock.instant().isBefore(read.expiresAt())) {
      throw new UnauthenticatedProblem("The access token has expired. Refresh it or sign in.");
    }
    return read;
  }

  /**
   * As {@link #verify}, but of a token that may have expired: it was good once, and is no proof
   * now.
   *
   * @throws UnauthenticatedProblem when we did not issue it
   */
  public AccessClaims issued(String token) {
    try {
      SignedJWT signed = SignedJWT.parse(token);
      JWTClaimsSet claims = signed.getJWTClaimsSet();
      if (!genuine(signed) || !ours(claims)) {
        throw refused();
      }
      return read(claims);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw refused();
    }
  }

  private boolean genuine(SignedJWT token) throws JOSEException {
    JWSHeader header = token.getHeader();
    return JWSAlgorithm.HS256.equals(header.getAlgorithm())
        && TYPE.equals(header.getType())
        && token.verify(new MACVerifier(key));
  }

  private static boolean ours(JWTClaimsSet claims) {
    return ISSUER.equals(claims.getIssuer())
        && claims.getAudience().contains(ISSUER)
        && claims.getExpirationTime() != null;
  }

  private static AccessClaims read(JWTClaimsSet claims) throws ParseException {
    return new AccessClaims(
        id(claims.getJWTID()),
        id(claims.getSubject()),
        id(claims.getStringClaim(ORGANISATION)),
        id(claims.getStringClaim(SESSION)),
        claims.getExpirationTime().toInstant());
  }

  private static UUID id(String text) {
    if (text == null) {
      throw new IllegalArgumentException("a claim is missing");
    }
    return UUID.fromString(text);
  }

  private static UnauthenticatedProblem refused() {
    return new UnauthenticatedProblem("The access token is not valid. Sign in for a new one.");
  }
}
