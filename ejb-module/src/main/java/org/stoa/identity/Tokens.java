package org.stoa.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.identity.store.CallerCache;
import org.stoa.identity.store.SessionRecords;
import org.stoa.identity.store.SessionRecords.EndedWhy;
import org.stoa.identity.store.SessionRecords.Session;
import org.stoa.identity.token.AccessClaims;
import org.stoa.identity.token.AccessTokens;
import org.stoa.identity.token.RefreshToken;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.Ids;
import org.stoa.shared.UnauthenticatedProblem;

/**
 * Gives programs tokens for a password: a short-lived access token that is sent with each call, and
 * a refresh token that gives the next pair once.
 */
@Stateless
public class Tokens {

  private SignIn signIn;
  private SessionRecords sessions;
  private CallerCache callers;
  private AccessTokens accessTokens;
  private IdentitySettings settings;
  private AuditTrail trail;
  private Clock clock;

  /** For the container's proxies only. */
  protected Tokens() {}

  /** With the store of sessions. */
  @Inject
  public Tokens(
      SignIn signIn,
      SessionRecords sessions,
      CallerCache callers,
      AccessTokens accessTokens,
      IdentitySettings settings,
      AuditTrail trail,
      Clock clock) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.callers = callers;
    this.accessTokens = accessTokens;
    this.settings = settings;
    this.trail = trail;
    this.clock = clock;
  }

  /** As {@link #issue(Credentials)}, for the organisation that the person joined first. */
  @Allowed(Allowed.ANYONE)
  public TokenPair issue(String email, String password) {
    return issue(Credentials.of(email, password));
  }

  /** Signs in as {@link SignIn#authenticate} does and starts a session of tokens. */
  @Allowed(Allowed.ANYONE)
  public TokenPair issue(Credentials credentials) {
    Actor actor = signIn.authenticate(credentials).actor();
    Session session = new Session(Ids.next(), actor.organisation(), actor.id());
    RefreshToken refresh = RefreshToken.next();
    Instant now = clock.instant();
    sessions.start(session, now, now.plus(settings.sessionLife()), refresh);
    return pair(session, refresh);
  }

  /**
   * Takes a refresh token and gives the next pair. A token that was used before ends the session,
   * because then somebody else has it too; that stays although the call is refused.
   *
   * @throws UnauthenticatedProblem when the token is unknown, used, or its session has ended
   */
  @Allowed(Allowed.ANYONE)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public TokenPair refresh(String refreshToken) {
    RefreshToken shown = shown(refreshToken);
    RefreshToken next = RefreshToken.next();
    Optional<Session> rotated = sessions.rotate(shown, next, clock.instant());
    if (rotated.isEmpty()) {
      sessions.of(shown).ifPresent(this::endReused);
      throw refused();
    }
    Session session = rotated.get();
    if (caller(session).isEmpty()) {
      throw refused();
    }
    return pair(session, next);
  }

  /** Ends the session to which the refresh token belongs. An unknown token changes nothing. */
  @Allowed(Allowed.ANYONE)
  public void revoke(String refreshToken) {
    sessions.of(shown(refreshToken)).ifPresent(session -> end(session, EndedWhy.REVOKED));
  }

  /** As {@link #caller}, without the roles. */
  @Allowed(Allowed.ANYONE)
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Actor verify(String accessToken) {
    return caller(accessToken).actor();
  }

  /**
   * Who sent the access token. What the person may do is read from the tables at most half a minute
   * ago, so that an ended session or a disabled person is refused soon.
   *
   * @throws UnauthenticatedProblem when the token is not ours, expired, or its session has ended
   */
  @Allowed(Allowed.ANYONE)
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Caller caller(String accessToken) {
    AccessClaims claims = accessTokens.verify(accessToken);
    return callers
        .caller(claims.organisation(), claims.person(), claims.session())
        .orElseThrow(
            () -> new UnauthenticatedProblem("The session of the access token has ended."));
  }

  private Optional<Caller> caller(Session session) {
    return callers.caller(session.organisation(), session.person(), session.id());
  }

  private TokenPair pair(Session session, RefreshToken refresh) {
    String access = accessTokens.sign(session.person(), session.organisation(), session.id());
    return new TokenPair(access, accessTokens.life().toSeconds(), refresh.text());
  }

  private void endReused(Session session) {
    end(session, EndedWhy.REUSED);
  }

  private void end(Session session, EndedWhy why) {
    if (!sessions.end(session.id(), why, clock.instant())) {
      return;
    }
    callers.forget(session.person());
    String action = why == EndedWhy.REUSED ? "session.token-reused" : "session.revoked";
    trail.recordAs(actor(session), AuditEntry.happened(action, "session", session.id()));
  }

  private Actor actor(Session session) {
    UUID person = session.person();
    return callers
        .caller(session.organisation(), person)
        .map(Caller::actor)
        .orElseGet(() -> Actor.system(session.organisation()));
  }

  private static RefreshToken shown(String refreshToken) {
    if (refreshToken == null || refreshToken.isBlank()) {
      throw refused();
    }
    return new RefreshToken(refreshToken.strip());
  }

  private static UnauthenticatedProblem refused() {
    return new UnauthenticatedProblem("The refresh token is not valid any more. Sign in again.");
  }
}
