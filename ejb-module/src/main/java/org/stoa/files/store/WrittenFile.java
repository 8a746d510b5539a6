package org.stoa.files.store;

/**
 * What is known of a file when all of its bytes are on disk.
 *
 * @param bytes its length
 * @param sha256 in small hexadecimal digits
 * @param mediaType what its bytes say that it is
 */
public record WrittenFile(long bytes, String sha256, String mediaType) {}
