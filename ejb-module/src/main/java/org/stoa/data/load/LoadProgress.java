package org.stoa.data.load;

import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.stoa.work.JobRun;

/**
 * Tells how far a load is, in bytes of the files. Each file counts twice, for it is first checked
 * from end to end and then written. Each word is a chance to stop.
 */
final class LoadProgress {

  private final JobRun run;
  private final long total;
  private long before;

  LoadProgress(JobRun run, List<SourceFile> sources) {
    this.run = run;
    this.total = 2 * sources.stream().mapToLong(SourceFile::bytes).sum();
  }

  /** For the check of a file. */
  LongConsumer checking(SourceFile source) {
    return bytes -> {
      String percent = Math.min(100, 100 * bytes / source.bytes()) + " %";
      tell(Math.min(bytes, source.bytes()), "Checking " + source.label() + ": " + percent);
    };
  }

  /** The file is good. */
  void checked(SourceFile source) {
    before += source.bytes();
    run.checkCancelled();
  }

  /**
   * For the writing of a table.
   *
   * @param share the part of the bytes of its file that the table makes up
   * @param total how many rows it has
   */
  LongConsumer writing(String dataset, long share, long total) {
    tell(0, dataset + ": writing " + rows(total));
    return rows -> {
      String text = dataset + ": " + number(rows) + " of " + rows(total);
      tell((long) ((double) share * rows / total), text);
    };
  }

  /** Another table is done. */
  void done(String dataset, long share, String how) {
    before += share;
    tell(0, dataset + ": " + how);
  }

  private void tell(long bytes, String text) {
    run.checkCancelled();
    run.progress(Math.min(before + bytes, total), total, text);
  }

  static String rows(long rows) {
    return number(rows) + (rows == 1 ? " row" : " rows");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
