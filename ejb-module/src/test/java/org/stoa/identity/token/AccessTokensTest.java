package org.stoa.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.shared.TickingClock;
import org.stoa.shared.UnauthenticatedProblem;

class AccessTokensTest {

  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
          .getBytes(StandardCharsets.US_ASCII);

  private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final AccessTokens tokens = new AccessTokens(KEY, Duration.ofMinutes(15), clock);
  private final UUID person = UUID.randomUUID();
  private final UUID organisation = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();

  @Test
  void saysWhoForWhomAndFromWhichSession() {
    AccessClaims claims = tokens.verify(signed());

    assertThat(claims.person()).isEqualTo(person);
    assertThat(claims.organisation()).isEqualTo(organisation);
    assertThat(claims.session()).isEqualTo(session);
    assertThat(claims.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
  }

  @Test
  void hasAnIdOfItsOwn() {
    assertThat(tokens.verify(signed()).id()).isNotEqualTo(tokens.verify(signed()).id());
  }

  @Test
  void isRefusedFromTheSecondOfItsExpiryOn() {
    String token = signed();
    clock.tick(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(tokens.verify(token).person()).isEqualTo(person);
    clock.tick(Duration.ofSeconds(1));

    assertThatThrownBy(() -> tokens.verify(token))
        .isInstanceOf(UnauthenticatedProblem.class)
        .hasMessageContaining("expired");
  }

  /** A message may have waited longer than its token was good; its people are told all the same. */
  @Test
  void tellsWhoseItWasThoughItHasExpired() {
    String token = signed();
    clock.tick(Duration.ofDays(1));
    MessageSenders senders = new MessageSenders(tokens, null);

    assertThat(senders.organisation(token)).contains(organisation);
    assertThat(senders.organisation(token + "x")).isEmpty();
    assertThat(senders.organisation("")).isEmpty();
    assertThatThrownBy(() -> senders.sender(token)).isInstanceOf(UnauthenticatedProblem.class);
  }

  @Test
  void isRefusedWhenAnotherKeySigned() {
    byte[] otherKey = KEY.clone();
    otherKey[0]++;
    String token =
        new AccessTokens(otherKey, Duration.ofMinutes(15), clock)
            .sign(person, organisation, session);

    refuses(token);
  }

  @Test
  void isRefusedWhenAnythingInItChanged() throws Exception {
    Base64URL[] parts = SignedJWT.parse(signed()).getParsedParts();
    Base64URL otherPayload = SignedJWT.parse(signed()).getParsedParts()[1];

    refuses(parts[0] + "." + otherPayload + "." + parts[2]);
    refuses(parts[0] + "." + parts[1] + ".");
  }

  @Test
  void isRefusedWithoutSignature() {
    refuses(new PlainJWT(claims().build()).serialize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS384", "HS512"})
  void isRefusedWithAnotherAlgorithmOfTheSameKey(String algorithm) throws Exception {
    refuses(signed(JWSAlgorithm.parse(algorithm), "at+jwt", claims()));
  }

  @Test
  void isRefusedWhenItIsAnotherKindOfTokenOrNotOurs() throws Exception {
    assertThat(tokens.verify(signed(JWSAlgorithm.HS256, "at+jwt", claims())).person())
        .isEqualTo(person);

    refuses(signed(JWSAlgorithm.HS256, "JWT", claims()));
    refuses(signed(JWSAlgorithm.HS256, "at+jwt", claims().issuer("somebody")));
    refuses(signed(JWSAlgorithm.HS256, "at+jwt", claims().audience("somebody")));
    refuses(signed(JWSAlgorithm.HS256, "at+jwt", claims().expirationTime(null)));
    refuses(signed(JWSAlgorithm.HS256, "at+jwt", claims().subject("nobody")));
    refuses(signed(JWSAlgorithm.HS256, "at+jwt", claims().subject(null)));
    refuses(signed(JWSAlgorithm.HS256, "at+jwt", claims().claim("sid", 5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "....", "'; DROP TABLE", "\uD83D\uDE00.\uD83D\uDE00.x"})
  void isRefusedWhenItIsNoTokenAtAll(String token) {
    refuses(token);
  }

  private void refuses(String token) {
    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(UnauthenticatedProblem.class);
  }

  private String signed() {
    return tokens.sign(person, organisation, session);
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("stoa")
        .audience("stoa")
        .subject(person.toString())
        .claim("org", organisation.toString())
        .claim("sid", session.toString())
        .jwtID(UUID.randomUUID().toString())
        .expirationTime(Date.from(clock.instant().plusSeconds(60)));
  }

  private static String signed(JWSAlgorithm algorithm, String type, JWTClaimsSet.Builder claims)
      throws Exception {
    JWSHeader header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).build();
    SignedJWT token = new SignedJWT(header, claims.build());
    token.sign(new MACSigner(KEY));
    return token.serialize();
  }
}
