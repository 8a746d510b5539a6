package org.stoa.files.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.stoa.files.FilesSettings;
import org.stoa.files.StorageFullProblem;
import org.stoa.shared.Directories;

/**
 * The bytes of files. A file is written to {@code incoming/}, brought safely to the disk, and only
 * then moved in one step to {@code <organisation>/<last two digits of the id>/<id>}; so whatever
 * lies there is whole.
 */
@ApplicationScoped
public class FileDisk {

  private static final String INCOMING = "incoming";

  private FilesSettings settings;

  /** For the container's proxies only. */
  protected FileDisk() {}

  /** In the directory of the settings. */
  @Inject
  public FileDisk(FilesSettings settings) {
    this.settings = settings;
  }

  /**
   * Writes a file. On any failure nothing of it is left.
   *
   * @throws org.stoa.files.EmptyFileProblem when there is no byte
   * @throws org.stoa.files.FileTooLargeProblem when there are more than allowed
   * @throws org.stoa.files.UploadCutProblem when reading fails
   * @throws StorageFullProblem when the disk has no room
   */
  public WrittenFile write(UUID organisation, UUID id, String label, InputStream source) {
    Path target = path(organisation, id);
    Path incoming = settings.directory().resolve(INCOMING).resolve(id + ".part");
    try {
      Files.createDirectories(incoming.getParent());
      Files.createDirectories(target.getParent());
      WrittenFile written = copy(source, incoming, label);
      Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.getParent());
      return written;
    } catch (IOException e) {
      if (isFull()) {
        throw withCause(new StorageFullProblem(label), e);
      }
      throw new UncheckedIOException(e);
    } finally {
      Directories.remove(incoming);
    }
  }

  private WrittenFile copy(InputStream source, Path incoming, String label) throws IOException {
    try (FileChannel channel =
        FileChannel.open(incoming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      FileCopy copy = new FileCopy(channel, label, settings.maxBytes(), this::requireRoom);
      WrittenFile written = copy.run(source);
      channel.force(true);
      return written;
    }
  }

  private void requireRoom(String label) {
    if (isFull()) {
      throw new StorageFullProblem(label);
    }
  }

  private boolean isFull() {
    return settings.directory().toFile().getUsableSpace() < settings.minFreeBytes();
  }

  private static StorageFullProblem withCause(StorageFullProblem problem, IOException cause) {
    problem.initCause(cause);
    return problem;
  }

  /** A new name is only safe when its directory is. */
  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Where the bytes of a file are. */
  public Path path(UUID organisation, UUID id) {
    String name = id.toString();
    return settings
        .directory()
        .resolve(organisation.toString())
        .resolve(name.substring(name.length() - 2))
        .resolve(name);
  }

  /** Removes the bytes of a file, if they are there. */
  public void remove(UUID organisation, UUID id) {
    Directories.remove(path(organisation, id));
  }

  /** The organisations of which there are files. */
  public List<UUID> organisations() {
    return Directories.list(settings.directory()).stream().flatMap(FileDisk::id).toList();
  }

  /** The files of an organisation that were written before the moment. */
  public List<UUID> writtenBefore(Instant moment, UUID organisation) {
    List<UUID> files = new ArrayList<>();
    for (Path fan : Directories.list(settings.directory().resolve(organisation.toString()))) {
      Directories.list(fan).stream()
          .filter(file -> Directories.isOlder(file, moment))
          .flatMap(FileDisk::id)
          .forEach(files::add);
    }
    return files;
  }

  /** Removes what a dead server left half written before the moment; tells how many. */
  public int removeIncomingBefore(Instant moment) {
    List<Path> old =
        Directories.list(settings.directory().resolve(INCOMING)).stream()
            .filter(file -> Directories.isOlder(file, moment))
            .toList();
    old.forEach(Directories::remove);
    return old.size();
  }

  private static Stream<UUID> id(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Stream.of(UUID.fromString(name))
        : Stream.empty();
  }
}
