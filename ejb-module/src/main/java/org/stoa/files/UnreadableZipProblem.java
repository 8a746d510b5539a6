package org.stoa.files;

import org.stoa.shared.Problem;

/** An archive, or one of its entries, cannot be read. */
public class UnreadableZipProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private UnreadableZipProblem(String file, String entry, String detail) {
    super("unreadable-zip", 422, "The archive cannot be read", file + ": " + detail);
    member("file", file);
    member("entry", entry);
  }

  /** The archive ends before its end, in this entry; empty when not even the first one is whole. */
  public static UnreadableZipProblem cut(String file, String entry) {
    String where = entry.isEmpty() ? "the archive is damaged" : "it is cut off in '" + entry + "'";
    return new UnreadableZipProblem(
        file,
        entry.isEmpty() ? null : entry,
        where + " or damaged. Check that it was copied whole.");
  }

  /** An entry is encrypted. */
  public static UnreadableZipProblem encrypted(String file, String entry) {
    return new UnreadableZipProblem(
        file, entry, "the entry '" + entry + "' is encrypted. Pack it again without a password.");
  }

  /** An entry is packed in a way that is not known. */
  public static UnreadableZipProblem method(String file, String entry) {
    return new UnreadableZipProblem(
        file,
        entry,
        "the entry '" + entry + "' is packed by an unknown method. Use a plain ZIP (Deflate).");
  }

  /** The bytes of an entry are not those that were packed. */
  public static UnreadableZipProblem damaged(String file, String entry) {
    return new UnreadableZipProblem(
        file, entry, "the entry '" + entry + "' is damaged. Check that it was copied whole.");
  }
}
