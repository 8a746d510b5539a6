package org.stoa.files;

import org.stoa.shared.Problem;

/** An archive is made in a way that no honest tool makes, or is larger inside than is allowed. */
public class UnsafeZipProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private UnsafeZipProblem(String file, String entry, String detail) {
    super(
        "unsafe-zip",
        422,
        "The archive is not safe to unpack",
        file + ": " + detail + ". Nothing was unpacked.");
    member("file", file);
    member("entry", entry);
  }

  /** The name of an entry leads out of the archive. */
  public static UnsafeZipProblem escapes(String file, String entry) {
    return new UnsafeZipProblem(
        file, entry, "the entry '" + entry + "' has a name that leads out of the archive");
  }

  /** An entry is a link. */
  public static UnsafeZipProblem link(String file, String entry) {
    return new UnsafeZipProblem(file, entry, "the entry '" + entry + "' is a link, not a file");
  }

  /** Two entries have the same name, whatever the case of letters. */
  public static UnsafeZipProblem duplicate(String file, String entry) {
    return new UnsafeZipProblem(file, entry, "two entries are named '" + entry + "'");
  }

  /** There are more files than {@code limit}. */
  public static UnsafeZipProblem tooMany(String file, int limit) {
    return new UnsafeZipProblem(file, null, "it has more than " + limit + " files");
  }

  /** Unpacked, all files together would have more than {@code limit} bytes. */
  public static UnsafeZipProblem tooLarge(String file, String entry, long limit) {
    return new UnsafeZipProblem(
        file, entry, "unpacked up to '" + entry + "' it has more than " + limit + " bytes");
  }

  /** An entry grows to more than {@code limit} times its packed size. */
  public static UnsafeZipProblem bomb(String file, String entry, int limit) {
    return new UnsafeZipProblem(
        file,
        entry,
        "the entry '" + entry + "' grows to more than " + limit + " times its packed size");
  }
}
