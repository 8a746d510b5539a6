package org.stoa.identity.web;

import jakarta.security.enterprise.credential.Credential;

/** An access token as a program sends it. */
class AccessTokenCredential implements Credential {

  private final String token;

  AccessTokenCredential(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
