package org.stoa.files;

/**
 * What unpacking an archive may cost.
 *
 * @param files how many files
 * @param bytes how many bytes all files together
 * @param ratio how many times its packed size a file may grow to; looked at beyond 1 MiB
 */
public record ZipLimits(int files, long bytes, int ratio) {

  public ZipLimits {
    if (files < 1 || bytes < 1 || ratio < 1) {
      throw new IllegalArgumentException(
          "A limit is at least 1: " + files + " " + bytes + " " + ratio);
    }
  }
}
