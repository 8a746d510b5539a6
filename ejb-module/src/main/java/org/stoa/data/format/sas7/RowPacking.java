package org.stoa.data.format.sas7;

import java.nio.ByteBuffer;

/**
 * How the rows of a dataset are packed, each by itself: not at all, by runs of a byte
 * (COMPRESS=CHAR), or by Ross Data Compression (COMPRESS=BINARY; E. Ross, "Simple Data
 * Compression", The C Users Journal 10/1992).
 */
enum RowPacking {
  NONE,
  RUNS,
  ROSS;

  /** The packing of a name in the file. */
  static RowPacking of(String name) {
    return switch (name) {
      case "SASYZCRL" -> RUNS;
      case "SASYZCR2" -> ROSS;
      default -> NONE;
    };
  }

  /**
   * Unpacks a row.
   *
   * @return false when it does not give just the bytes of a row
   */
  boolean unpack(ByteBuffer packed, byte[] row) {
    Unpacker unpacker = new Unpacker(packed, row);
    try {
      return switch (this) {
        case NONE -> false;
        case RUNS -> unpacker.runs();
        case ROSS -> unpacker.ross();
      };
    } catch (IndexOutOfBoundsException e) {
      // It reads or writes beyond an end, which only damaged bytes do.
      return false;
    }
  }

  /** Unpacks one row. */
  private static final class Unpacker {

    private final ByteBuffer in;
    private final byte[] out;
    private int read;
    private int written;

    Unpacker(ByteBuffer in, byte[] out) {
      this.in = in;
      this.out = out;
    }

    private int next() {
      return in.get(read++) & 0xFF;
    }

    private void copy(int count) {
      for (int i = 0; i < count; i++) {
        out[written++] = in.get(read++);
      }
    }

    private void fill(int count, int value) {
      for (int i = 0; i < count; i++) {
        out[written++] = (byte) value;
      }
    }

    private void repeat(int distance, int count) {
      for (int i = 0; i < count; i++) {
        out[written] = out[written - distance];
        written++;
      }
    }

    private boolean isWhole() {
      return written == out.length;
    }

    boolean runs() {
      while (read < in.limit()) {
        int control = next();
        int low = control & 0x0F;
        switch (control >> 4) {
          case 0 -> copy(64 + low * 256 + next());
          case 1 -> copy(64 + low * 256 + next() + 4_096);
          case 2 -> copy(96 + low);
          case 4 -> fill(18 + low * 256 + next(), next());
          case 5 -> fill(17 + low * 256 + next(), '@');
          case 6 -> fill(17 + low * 256 + next(), ' ');
          case 7 -> fill(17 + low * 256 + next(), 0);
          case 8 -> copy(1 + low);
          case 9 -> copy(17 + low);
          case 10 -> copy(33 + low);
          case 11 -> copy(49 + low);
          case 12 -> fill(3 + low, next());
          case 13 -> fill(2 + low, '@');
          case 14 -> fill(2 + low, ' ');
          case 15 -> fill(2 + low, 0);
          default -> {
            return false;
          }
        }
      }
      return isWhole();
    }

    /** Sixteen bits tell of each of the next sixteen pieces whether it is a byte or a command. */
    boolean ross() {
      while (read < in.limit()) {
        int flags = (next() << 8) | next();
        for (int bit = 15; bit >= 0 && read < in.limit(); bit--) {
          if (((flags >> bit) & 1) == 0) {
            copy(1);
          } else {
            command();
          }
        }
      }
      return isWhole();
    }

    private void command() {
      int control = next();
      int command = control >> 4;
      int low = control & 0x0F;
      switch (command) {
        case 0 -> fill(3 + low, next());
        case 1 -> fill(19 + low + (next() << 4), next());
        case 2 -> {
          int distance = 3 + low + (next() << 4);
          repeat(distance, 16 + next());
        }
        default -> repeat(3 + low + (next() << 4), command);
      }
    }
  }
}
