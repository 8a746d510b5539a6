package org.stoa.files.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.stoa.files.EmptyFileProblem;
import org.stoa.files.FileTooLargeProblem;
import org.stoa.files.UploadCutProblem;

/** Copies one stream to disk, counting, hashing and keeping the first bytes on the way. */
final class FileCopy {

  private static final int CHUNK = 1 << 16;
  private static final long CHECK_ROOM_EVERY = 1L << 26;

  private final FileChannel target;
  private final String label;
  private final long maxBytes;
  private final Consumer<String> requireRoom;
  private final MessageDigest digest = sha256();
  private byte[] head = new byte[0];
  private long count;
  private long nextCheck;

  FileCopy(FileChannel target, String label, long maxBytes, Consumer<String> requireRoom) {
    this.target = target;
    this.label = label;
    this.maxBytes = maxBytes;
    this.requireRoom = requireRoom;
  }

  WrittenFile run(InputStream source) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int read = read(source, chunk);
    while (read >= 0) {
      take(chunk, read);
      read = read(source, chunk);
    }
    if (count == 0) {
      throw new EmptyFileProblem(label);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new WrittenFile(count, hash, MediaTypes.of(head, label));
  }

  /** A failure here is the sender's; one of writing is ours. */
  private int read(InputStream source, byte[] chunk) {
    try {
      return source.read(chunk);
    } catch (IOException e) {
      throw new UploadCutProblem(label, e);
    }
  }

  private void take(byte[] chunk, int length) throws IOException {
    if (count + length > maxBytes) {
      throw new FileTooLargeProblem(label, maxBytes);
    }
    if (count >= nextCheck) {
      requireRoom.accept(label);
      nextCheck += CHECK_ROOM_EVERY;
    }
    keepHead(chunk, length);
    digest.update(chunk, 0, length);
    ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
    count += length;
  }

  private void keepHead(byte[] chunk, int length) {
    int more = Math.min(MediaTypes.HEAD - head.length, length);
    if (more > 0) {
      int kept = head.length;
      head = Arrays.copyOf(head, kept + more);
      System.arraycopy(chunk, 0, head, kept, more);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
