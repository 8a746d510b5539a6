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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The directory of one attempt at a load, on the same disk as the versions. What an attempt makes
 * lies there until it is moved to its place in one step.
 */
final class Staging {

  /** Where the directories of all attempts lie, below the directory of versions. */
  static final String NAME = "staging";

  private final Path versions;
  private final Path directory;

  private Staging(Path versions, Path directory) {
    this.versions = versions;
    this.directory = directory;
  }

  /** An empty directory. What earlier attempts at the same job left is removed. */
  static Staging open(Path versions, long job, int attempt) throws IOException {
    Path all = Files.createDirectories(versions.resolve(NAME));
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(all, job + "-*")) {
      for (Path directory : earlier) {
        delete(directory);
      }
    }
    return new Staging(versions, Files.createDirectory(all.resolve(job + "-" + attempt)));
  }

  /** The directory of an attempt that was opened before. */
  static Staging of(Path versions, long job, int attempt) {
    return new Staging(versions, versions.resolve(NAME).resolve(job + "-" + attempt));
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
   * Moves a sealed file to its place.
   *
   * @param name the file in this directory
   * @param path its place, relative to the directory of versions
   */
  void publish(String name, String path) {
    Path place = versions.resolve(path);
    try {
      Path parent = Files.createDirectories(place.getParent());
      Files.move(directory.resolve(name), place, StandardCopyOption.ATOMIC_MOVE);
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

  static void delete(Path directory) throws IOException {
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
