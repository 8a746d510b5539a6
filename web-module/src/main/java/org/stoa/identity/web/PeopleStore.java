package org.stoa.identity.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.stoa.identity.Caller;
import org.stoa.identity.Credentials;
import org.stoa.identity.LockedProblem;
import org.stoa.identity.SignIn;
import org.stoa.identity.Tokens;
import org.stoa.shared.UnauthenticatedProblem;

/** The identity room as the identity store of Jakarta Security: passwords and access tokens. */
@ApplicationScoped
public class PeopleStore implements IdentityStore {

  @Inject private SignIn signIn;
  @Inject private Tokens tokens;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (credential instanceof AccessTokenCredential shown) {
      return validate(shown);
    }
    if (credential instanceof UsernamePasswordCredential shown) {
      return validate(shown);
    }
    return CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private CredentialValidationResult validate(AccessTokenCredential shown) {
    try {
      return valid(tokens.caller(shown.token()));
    } catch (UnauthenticatedProblem e) {
      return CredentialValidationResult.INVALID_RESULT;
    }
  }

  private CredentialValidationResult validate(UsernamePasswordCredential shown) {
    String password = shown.getPasswordAsString();
    try {
      return valid(signIn.authenticate(Credentials.of(shown.getCaller(), password)));
    } catch (UnauthenticatedProblem | LockedProblem e) {
      return CredentialValidationResult.INVALID_RESULT;
    }
  }

  private static CredentialValidationResult valid(Caller caller) {
    return new CredentialValidationResult(new ActorPrincipal(caller.actor()), caller.roles());
  }
}
