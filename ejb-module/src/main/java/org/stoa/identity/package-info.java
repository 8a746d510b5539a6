/**
 * Who may come in and what they may do: organisations, people and their roles, signing in with a
 * password, and tokens for the API. A person works for an organisation as an actor with permission
 * patterns; every other room only asks whether the actor of the call has a permission. Repeated
 * failures to sign in lock the e-mail address for a while.
 */
@Room(
    name = "identity",
    uses = {"audit", "work"})
package org.stoa.identity;

import org.stoa.shared.Room;
