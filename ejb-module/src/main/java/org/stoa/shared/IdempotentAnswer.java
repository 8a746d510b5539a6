package org.stoa.shared;

/**
 * The answer to a request that created something, kept to be given again.
 *
 * @param status the HTTP status
 * @param location where the created thing is, or null
 * @param etag its version, or null
 * @param body the JSON text, or null
 */
public record IdempotentAnswer(int status, String location, String etag, String body) {}
