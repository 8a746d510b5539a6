package org.stoa.files;

import java.nio.file.Path;

/**
 * A file that was unpacked from an archive.
 *
 * @param label its name in the archive, with the folders there; only to show
 * @param path where its bytes are now
 * @param bytes its length
 */
public record UnpackedFile(String label, Path path, long bytes) {}
