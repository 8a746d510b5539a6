package org.stoa.identity.token;

import java.time.Instant;
import java.util.UUID;

/**
 * What an access token says. It does not say what the person may do: that is read from the store,
 * so that a change counts at once.
 *
 * @param id the token
 * @param person whose token it is
 * @param organisation for which the person works
 * @param session the signing-in from which the token follows
 * @param expiresAt from when on the token is refused
 */
public record AccessClaims(
    UUID id, UUID person, UUID organisation, UUID session, Instant expiresAt) {}
