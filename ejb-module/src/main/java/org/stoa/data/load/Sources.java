package org.stoa.data.load;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stoa.data.format.FileKind;
import org.stoa.data.store.Checksum;
import org.stoa.files.FileView;
import org.stoa.files.FilesSettings;
import org.stoa.files.SafeZip;
import org.stoa.files.StoredFiles;
import org.stoa.files.UnpackedFile;
import org.stoa.files.ZipLimits;

/** Finds the files to be loaded, and unpacks archives. */
public class Sources {

  private final StoredFiles files;
  private final ZipLimits limits;

  /** With the room of files. */
  @Inject
  public Sources(StoredFiles files, FilesSettings settings) {
    this(files, settings.zipLimits());
  }

  Sources(StoredFiles files, ZipLimits limits) {
    this.files = files;
    this.limits = limits;
  }

  /** The files, those of archives unpacked into the staging directory. */
  List<SourceFile> open(List<UUID> ids, Staging staging) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    for (UUID id : ids) {
      FileView file = files.find(id);
      Path path = files.path(id);
      if (FileKind.detect(path, file.label()) == FileKind.ZIP) {
        sources.addAll(unpack(file, path, staging));
      } else {
        sources.add(
            new SourceFile(id, file.label(), file.label(), path, file.bytes(), file.sha256()));
      }
    }
    return sources;
  }

  private List<SourceFile> unpack(FileView archive, Path path, Staging staging) throws IOException {
    Path directory = Files.createDirectory(staging.newFile(".unpacked"));
    List<SourceFile> sources = new ArrayList<>();
    for (UnpackedFile file : SafeZip.unpack(path, archive.label(), directory, limits)) {
      String label = archive.label() + ": " + file.label();
      String name = file.label().substring(file.label().lastIndexOf('/') + 1);
      sources.add(
          new SourceFile(
              archive.id(), label, name, file.path(), file.bytes(), Checksum.of(file.path())));
    }
    return sources;
  }
}
