package org.stoa.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/**
 * A version on its way out as a file.
 *
 * @param bytes how long the file is; empty when only writing it tells
 * @param content the bytes
 */
public record VersionExport(OptionalLong bytes, Content content) {

  /** The bytes of the file. They may be written at any time, and on any thread. */
  @FunctionalInterface
  public interface Content {

    /** Writes them, with the same little memory however many there are; the stream stays open. */
    void writeTo(OutputStream out) throws IOException;
  }
}
