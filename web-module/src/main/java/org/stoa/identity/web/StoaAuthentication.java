package org.stoa.identity.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stoa.identity.Caller;
import org.stoa.identity.Roles;
import org.stoa.identity.SignIn;
import org.stoa.shared.Actor;
import org.stoa.shared.web.RequestCaller;

/**
 * Finds out who sends a request: a program by its access token, a browser by its session. It tells
 * the container and refuses nobody; who must be signed in is decided by the filters behind it.
 */
@ApplicationScoped
@DeclareRoles({Roles.PLATFORM, Roles.ADMINISTRATOR, Roles.EDITOR, Roles.VIEWER})
public class StoaAuthentication implements HttpAuthenticationMechanism {

  private static final String BEARER = "bearer ";

  @Inject private IdentityStoreHandler stores;
  @Inject private SignIn signIn;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    try {
      Optional<String> token = token(request);
      return token.isPresent()
          ? byToken(token.get(), request, context)
          : bySession(request, context);
    } catch (EJBException e) {
      RequestCaller.fail(request, e);
      return context.doNothing();
    }
  }

  private AuthenticationStatus byToken(
      String token, HttpServletRequest request, HttpMessageContext context) {
    CredentialValidationResult result = stores.validate(new AccessTokenCredential(token));
    if (result.getCallerPrincipal() instanceof ActorPrincipal principal) {
      return enter(principal.actor(), result.getCallerGroups(), true, request, context);
    }
    RequestCaller.refuse(
        request, "The access token is not valid or has expired. Refresh it or sign in.");
    return context.doNothing();
  }

  private AuthenticationStatus bySession(HttpServletRequest request, HttpMessageContext context) {
    Optional<BrowserSession> session = BrowserSession.of(request);
    if (session.isEmpty()) {
      return context.doNothing();
    }
    Optional<Caller> caller = signIn.current(session.get().organisation(), session.get().person());
    if (caller.isEmpty()) {
      BrowserSession.end(request);
      return context.doNothing();
    }
    return enter(caller.get().actor(), caller.get().roles(), false, request, context);
  }

  private static AuthenticationStatus enter(
      Actor actor,
      Set<String> roles,
      boolean byToken,
      HttpServletRequest request,
      HttpMessageContext context) {
    RequestCaller.set(request, actor, byToken);
    return context.notifyContainerAboutLogin(actor, roles);
  }

  /**
   * From the header alone: an address is written to logs. An empty text is a token, a wrong one.
   */
  static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .map(
            header ->
                header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                    ? header.substring(BEARER.length()).strip()
                    : "");
  }
}
