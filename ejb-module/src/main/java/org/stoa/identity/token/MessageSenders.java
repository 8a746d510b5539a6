package org.stoa.identity.token;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.stoa.identity.Caller;
import org.stoa.identity.store.CallerCache;
import org.stoa.shared.Actor;
import org.stoa.shared.UnauthenticatedProblem;
import org.stoa.work.MachineAccounts;

/** Tells by their access tokens who sends messages. */
public class MessageSenders implements MachineAccounts {

  private final AccessTokens tokens;
  private final CallerCache callers;

  /** With those who know tokens and people. */
  @Inject
  public MessageSenders(AccessTokens tokens, CallerCache callers) {
    this.tokens = tokens;
    this.callers = callers;
  }

  @Override
  public Actor sender(String token) {
    AccessClaims claims = tokens.verify(token);
    return callers
        .caller(claims.organisation(), claims.person(), claims.session())
        .map(Caller::actor)
        .orElseThrow(
            () -> new UnauthenticatedProblem("The session of the access token has ended."));
  }

  @Override
  public Optional<UUID> organisation(String token) {
    try {
      return Optional.of(tokens.issued(token).organisation());
    } catch (UnauthenticatedProblem e) {
      return Optional.empty();
    }
  }
}
