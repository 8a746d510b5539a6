package org.stoa.data.format.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps any number of texts by their number. The first ones stay in memory, for the texts that most
 * cells share come first; all others go to a file that is gone as soon as it is closed, however the
 * process ends.
 */
final class TextStore implements Closeable {

  private static final int BLOCK = 1 << 16;

  private final Path directory;
  private final long heapChars;
  private final List<String> first = new ArrayList<>();
  private long usedChars;
  private FileChannel texts;
  private FileChannel ends;
  private final ByteBuffer textBlock = ByteBuffer.allocate(BLOCK);
  private final ByteBuffer endBlock = ByteBuffer.allocate(BLOCK);
  private long textBytes;
  private int size;

  /**
   * An empty store.
   *
   * @param directory where the file would be
   * @param heapChars how many characters stay in memory
   */
  TextStore(Path directory, long heapChars) {
    this.directory = directory;
    this.heapChars = heapChars;
  }

  /** Adds a text, whose number is how many there were. */
  void add(String text) throws IOException {
    size++;
    if (texts == null && usedChars + text.length() <= heapChars) {
      usedChars += text.length() + 32;
      first.add(text);
      return;
    }
    if (texts == null) {
      spill();
    }
    byte[] bytes = text.getBytes(UTF_8);
    textBytes += bytes.length;
    put(texts, textBlock, bytes);
    put(ends, endBlock, ByteBuffer.allocate(Long.BYTES).putLong(textBytes).array());
  }

  private void spill() throws IOException {
    FileChannel one = temporary();
    try {
      ends = temporary();
      texts = one;
    } finally {
      if (texts == null) {
        one.close();
      }
    }
  }

  private FileChannel temporary() throws IOException {
    Path file = Files.createTempFile(directory, "texts", ".tmp");
    return FileChannel.open(
        file,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void put(FileChannel channel, ByteBuffer block, byte[] bytes) throws IOException {
    if (bytes.length > block.remaining()) {
      flush(channel, block);
    }
    if (bytes.length > block.capacity()) {
      flush(channel, ByteBuffer.wrap(bytes).position(bytes.length));
    } else {
      block.put(bytes);
    }
  }

  private static void flush(FileChannel channel, ByteBuffer block) throws IOException {
    block.flip();
    while (block.hasRemaining()) {
      channel.write(block);
    }
    block.clear();
  }

  /** Ends the adding. */
  void seal() throws IOException {
    if (texts != null) {
      flush(texts, textBlock);
      flush(ends, endBlock);
    }
  }

  int size() {
    return size;
  }

  /** A view for one thread. */
  Reader reader() {
    return new Reader();
  }

  /** Finds texts by their number; made for numbers that mostly count up. */
  final class Reader {

    private final Window textWindow = new Window(texts);
    private final Window endWindow = new Window(ends);

    /** The text with a number from 0 to below the size. */
    String get(int number) {
      if (number < first.size()) {
        return first.get(number);
      }
      int spilled = number - first.size();
      try {
        long from = spilled == 0 ? 0 : end(spilled - 1);
        return textWindow.text(from, Math.toIntExact(end(spilled) - from));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private long end(int spilled) throws IOException {
      return endWindow.number((long) spilled * Long.BYTES);
    }
  }

  /** The part of a file that was read last. */
  private static final class Window {

    private final FileChannel channel;
    private ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private long start;

    Window(FileChannel channel) {
      this.channel = channel;
    }

    long number(long position) throws IOException {
      return block.getLong(at(position, Long.BYTES));
    }

    String text(long position, int length) throws IOException {
      int at = at(position, length);
      return new String(block.array(), at, length, UTF_8);
    }

    /** Where the bytes are in the block, once they are there. */
    private int at(long position, int length) throws IOException {
      if (position < start || position + length > start + block.limit()) {
        read(position, length);
      }
      return (int) (position - start);
    }

    private void read(long position, int length) throws IOException {
      if (length > block.capacity()) {
        block = ByteBuffer.allocate(length);
      }
      block.clear();
      int count = 0;
      while (block.hasRemaining() && count >= 0) {
        count = channel.read(block, position + block.position());
      }
      block.flip();
      start = position;
    }
  }

  @Override
  public void close() throws IOException {
    if (texts != null) {
      texts.close();
      ends.close();
    }
  }
}
