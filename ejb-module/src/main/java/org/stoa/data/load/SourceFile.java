package org.stoa.data.load;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A file to be loaded, out of its ZIP.
 *
 * @param file the stored file that it is, or that holds it
 * @param label how the person called it; with the entry, if it came in a ZIP
 * @param name its own name, without directories
 * @param path where its bytes are
 * @param bytes how many there are
 * @param sha256 their checksum
 */
record SourceFile(UUID file, String label, String name, Path path, long bytes, String sha256) {}
