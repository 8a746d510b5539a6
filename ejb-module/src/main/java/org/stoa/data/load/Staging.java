package org.stoa.data.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.shared.Directories;

/**
 * The directory of one attempt at a load, on the same disk as the versions. What an attempt makes
 * lies there until it is moved to its place in one step.
 */
final class Staging {

  /** Where the directories of all attempts lie, below the directory of versions. */
  static final String NAME = "staging";

  private static final Pattern NAME_OF_ATTEMPT = Pattern.compile("([0-9]{1,18})-[0-9]+");

  private final Path versions;
  private final Path directory;

  private Staging(Path versions, Path directory) {
    this.versions = versions;
    this.directory = directory;
  }

  /** An empty directory. What earlier attempts at the same job left is removed. */
  static Staging open(Path versions, long job, int attempt) throws IOException {
    Path all = Files.createDirectories(versions.resolve(NAME));
    removeAll(versions, job);
    return new Staging(versions, Files.createDirectory(all.resolve(job + "-" + attempt)));
  }

  /** The directory of an attempt that was opened before. */
  static Staging of(Path versions, long job, int attempt) {
    return new Staging(versions, versions.resolve(NAME).resolve(job + "-" + attempt));
  }

  /** The jobs that left a directory, or work in one. */
  static Set<Long> jobs(Path versions) {
    return Directories.list(versions.resolve(NAME)).stream()
        .map(directory -> NAME_OF_ATTEMPT.matcher(directory.getFileName().toString()))
        .filter(Matcher::matches)
        .map(name -> Long.valueOf(name.group(1)))
        .collect(Collectors.toSet());
  }

  /** Removes the directories of all attempts at a job; tells how many there were. */
  static int removeAll(Path versions, long job) throws IOException {
    int removed = 0;
    try (DirectoryStream<Path> attempts =
        Files.newDirectoryStream(versions.resolve(NAME), job + "-*")) {
      for (Path attempt : attempts) {
        delete(attempt);
        removed++;
      }
    }
    return removed;
  }

  Path directory() {
    return directory;
  }

  /** A file that is not there yet. */
  Path newFile(String suffix) {
    return directory.resolve(UUID.randomUUID() + suffix);
  }

  /** Makes sure that the file outlives a failure of the machine. */
  static void seal(Path file) throws IOException {
    force(file, StandardOpenOption.WRITE);
  }

  /**
   * Moves a sealed file to its place. Its time becomes that of the move, however long the load
   * took: by it the sweep tells a file that waits for its commit from one that was left.
   *
   * @param name the file in this directory
   * @param path its place, relative to the directory of versions
   * @param now when it is moved
   */
  void publish(String name, String path, Instant now) {
    Path file = directory.resolve(name);
    Path place = versions.resolve(path);
    try {
      Path parent = Files.createDirectories(place.getParent());
      Files.setLastModifiedTime(file, FileTime.from(now));
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
      force(parent, StandardOpenOption.READ);
      force(parent.getParent(), StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the directory and all that is still in it. */
  void remove() {
    try {
      delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> deepestLast;
    try (Stream<Path> all = Files.walk(directory)) {
      deepestLast = all.toList();
    } catch (NoSuchFileException e) {
      return;
    }
    for (int i = deepestLast.size() - 1; i >= 0; i--) {
      Files.deleteIfExists(deepestLast.get(i));
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
