package org.stoa.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored file.
 *
 * @param id its id, by which everything finds it
 * @param label the name that came with it, without folders; only to show
 * @param bytes its length
 * @param sha256 the SHA-256 of its bytes in small hexadecimal digits
 * @param mediaType what its bytes say that it is, such as {@code text/csv}
 * @param storedAt when it was stored
 * @param storedBy who stored it
 */
public record FileView(
    UUID id,
    String label,
    long bytes,
    String sha256,
    String mediaType,
    Instant storedAt,
    String storedBy) {}
