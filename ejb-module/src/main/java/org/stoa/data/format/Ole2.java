package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Compound files ([MS-CFB]): old Office documents, and the safe that encrypted new ones lie in. */
final class Ole2 {

  private static final long SIGNATURE = 0xE11AB1A1E011CFD0L;
  private static final int HEADER = 512;
  private static final int DIRECTORY = 1 << 12;
  private static final int SECTOR_SHIFT = 30;
  private static final int FIRST_DIRECTORY = 48;
  private static final byte[] PACKAGE = "EncryptedPackage".getBytes(UTF_16LE);

  private Ole2() {}

  /** Whether it is a document that was encrypted with a password ([MS-OFFCRYPTO] 2.3.4.4). */
  static boolean isEncrypted(Path file, byte[] head) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (head.length < HEADER || header.getLong(0) != SIGNATURE) {
      return false;
    }
    int shift = header.getShort(SECTOR_SHIFT);
    if (shift != 9 && shift != 12) {
      return false;
    }
    long sector = header.getInt(FIRST_DIRECTORY) & 0xFFFFFFFFL;
    ByteBuffer directory = ByteBuffer.allocate(DIRECTORY);
    try (FileChannel channel = FileChannel.open(file)) {
      channel.read(directory, (sector + 1) << shift);
    }
    return contains(directory.array(), PACKAGE);
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (ByteBuffer.wrap(bytes, at, wanted.length).equals(ByteBuffer.wrap(wanted))) {
        return true;
      }
    }
    return false;
  }
}
