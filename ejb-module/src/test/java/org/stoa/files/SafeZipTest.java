package org.stoa.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.shared.Problem;

class SafeZipTest {

  private static final ZipLimits LIMITS = new ZipLimits(5, 8 << 20, 100);

  @TempDir Path folder;

  /** The method that the format of ZIP calls Zstandard. */
  private static final byte ZSTANDARD = 93;

  private Path archive;
  private Path target;

  @BeforeEach
  void makeTarget() throws IOException {
    archive = folder.resolve("a.zip");
    target = Files.createDirectory(folder.resolve("target"));
  }

  @Test
  void unpacksFilesUnderNamesOfItsOwn() throws IOException {
    zip(
        entry("sdtm/", ""),
        entry("sdtm/ae.csv", "A\n1\n"),
        entry("__MACOSX/sdtm/._ae.csv", "x"),
        entry("sdtm/.DS_Store", "x"),
        entry("dm zoë.csv", "B\n2\n"));

    List<UnpackedFile> files = unpack();

    assertThat(files).extracting(UnpackedFile::label).containsExactly("sdtm/ae.csv", "dm zoë.csv");
    assertThat(files.get(0).path()).hasContent("A\n1\n").hasParent(target);
    assertThat(files.get(1).path()).hasContent("B\n2\n").hasParent(target);
    assertThat(files.get(1).bytes()).isEqualTo(4);
    assertThat(children(target)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.csv",
        "a/../../evil.csv",
        "/etc/evil.csv",
        "C:/evil.csv",
        "c:evil.csv",
        "..\\evil.csv",
        "a/..\\evil.csv",
        "a\nb.csv"
      })
  void refusesNamesThatLeadOut(String name) throws IOException {
    zip(entry("ok.csv", "1"), entry(name, "2"));

    UnsafeZipProblem problem = refuse(UnsafeZipProblem.class);

    assertThat(problem.members()).containsEntry("file", "a.zip").containsKey("entry");
    assertThat(children(target)).isZero();
    assertThat(children(folder)).isEqualTo(2);
  }

  @Test
  void refusesLinks() throws IOException {
    ZipArchiveEntry link = new ZipArchiveEntry("link.csv");
    link.setUnixMode(UnixStat.LINK_FLAG | 0777);
    zip(new Entry(link, "/etc/passwd".getBytes(UTF_8)));

    assertThat(refuse(UnsafeZipProblem.class).detail()).contains("'link.csv' is a link");
  }

  @Test
  void refusesNamesThatComeTwiceWhateverTheCase() throws IOException {
    zip(entry("ae.csv", "1"), entry("AE.csv", "2"));

    assertThat(refuse(UnsafeZipProblem.class).members()).containsEntry("entry", "AE.csv");
  }

  @Test
  void refusesWhatIsPackedByAMethodThatNoLibraryHereKnows() throws IOException {
    zip(entry("ae.csv", "A\n1\n"));
    byte[] bytes = Files.readAllBytes(archive);
    int central = new String(bytes, ISO_8859_1).indexOf("PK\1\2");
    bytes[central + 10] = ZSTANDARD;
    bytes[8] = ZSTANDARD;
    Files.write(archive, bytes);

    assertThat(refuse(UnreadableZipProblem.class).detail()).contains("an unknown method");
  }

  @Test
  void refusesABombBeforeItFillsTheDisk() throws IOException {
    zip(new Entry(new ZipArchiveEntry("bomb.csv"), new byte[4 << 20]));

    assertThat(refuse(UnsafeZipProblem.class).detail()).contains("more than 100 times");
    assertThat(Files.size(target.resolve("0001"))).isLessThan(2 << 20);
  }

  @Test
  void refusesMoreBytesThanAllowedWhateverTheHeaderSays() throws IOException {
    byte[] noise = new byte[5 << 20];
    new Random(7).nextBytes(noise);
    zip(
        new Entry(new ZipArchiveEntry("a.csv"), noise),
        new Entry(new ZipArchiveEntry("b.csv"), noise));

    assertThat(refuse(UnsafeZipProblem.class).members()).containsEntry("entry", "b.csv");
  }

  @Test
  void saysThatTheDiskHasNoRoomForWhatTheHeadersPromise() throws IOException {
    zip(entry("ae.csv", "A,B\n1,2\n"), entry("dm.csv", "A,B\n1,2\n"));

    assertThat(SafeZip.unpack(archive, "a.zip", target, LIMITS, 16)).hasSize(2);
    assertThatThrownBy(() -> SafeZip.unpack(archive, "a.zip", target, LIMITS, 15))
        .isInstanceOf(StorageFullProblem.class)
        .hasMessageContaining("a.zip");
  }

  @Test
  void stopsAtAnEntryThatGrowsBeyondWhatItsHeaderPromises() throws IOException {
    zip(entry("ae.csv", "A,B\n1,2\n"));
    byte[] bytes = Files.readAllBytes(archive);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (Arrays.equals(bytes, i, i + 4, new byte[] {'P', 'K', 1, 2}, 0, 4)) {
        bytes[i + 24] = 5;
      }
    }
    Files.write(archive, bytes);

    assertThat(refuse(UnreadableZipProblem.class).detail()).contains("'ae.csv' is damaged");
  }

  @Test
  void refusesTooManyFiles() throws IOException {
    zip(
        Stream.of("1", "2", "3", "4", "5", "6")
            .map(name -> entry(name, name))
            .toArray(Entry[]::new));

    assertThat(refuse(UnsafeZipProblem.class).detail()).contains("more than 5 files");
  }

  @Test
  void saysThatAnArchiveHasNoFile() throws IOException {
    zip(entry("folder/", ""));
    assertThat(refuse(EmptyFileProblem.class).detail()).contains("without files");
  }

  @Test
  void namesTheEncryptedEntry() throws IOException {
    zip(entry("secret.csv", "1"));
    byte[] bytes = Files.readAllBytes(archive);
    setFlag(bytes, new byte[] {'P', 'K', 3, 4}, 6);
    setFlag(bytes, new byte[] {'P', 'K', 1, 2}, 8);
    Files.write(archive, bytes);

    assertThat(refuse(UnreadableZipProblem.class).detail()).contains("'secret.csv' is encrypted");
  }

  private static void setFlag(byte[] bytes, byte[] signature, int offset) {
    for (int i = 0; i < bytes.length - signature.length; i++) {
      if (Arrays.equals(bytes, i, i + 4, signature, 0, 4)) {
        bytes[i + offset] |= 1;
      }
    }
  }

  @Test
  void refusesAnArchiveThatIsCutAnywhereAndNamesTheEntry() throws IOException {
    zip(entry("ae.csv", "A,B\n1,2\n"), entry("dm.csv", "C,D\n3,4\n"));
    byte[] whole = Files.readAllBytes(archive);
    for (int length = 0; length < whole.length; length++) {
      Files.write(archive, Arrays.copyOf(whole, length));
      assertThat(catchThrowable(this::unpack))
          .as("cut after %d bytes", length)
          .isInstanceOf(UnreadableZipProblem.class);
    }
    Files.write(archive, Arrays.copyOf(whole, whole.length - 1));
    assertThat(refuse(UnreadableZipProblem.class).members()).containsEntry("entry", "dm.csv");
  }

  @Test
  void neverGivesOtherBytesThanWerePacked() throws IOException {
    zip(entry("ae.csv", "A,B\n1,2\n"), entry("dm.csv", "C,D\n3,4\n"));
    byte[] whole = Files.readAllBytes(archive);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x11;
      Files.write(archive, changed);
      Throwable failure = catchThrowable(this::requireContents);
      assertThat(failure == null || failure instanceof Problem)
          .as("byte %d changed: %s", i, failure)
          .isTrue();
    }
  }

  private void requireContents() throws IOException {
    for (UnpackedFile file : unpack()) {
      assertThat(Files.readString(file.path())).isIn("A,B\n1,2\n", "C,D\n3,4\n");
    }
  }

  private List<UnpackedFile> unpack() throws IOException {
    return SafeZip.unpack(archive, "a.zip", target, LIMITS);
  }

  private <T extends Problem> T refuse(Class<T> type) {
    T problem = catchThrowableOfType(type, this::unpack);
    assertThat(problem).as("a problem of %s", type).isNotNull();
    return problem;
  }

  private static long children(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.count();
    }
  }

  private static final class Entry {

    private final ZipArchiveEntry header;
    private final byte[] bytes;

    Entry(ZipArchiveEntry header, byte[] bytes) {
      this.header = header;
      this.bytes = bytes;
    }
  }

  private static Entry entry(String name, String content) {
    return new Entry(new ZipArchiveEntry(name), content.getBytes(UTF_8));
  }

  private void zip(Entry... entries) throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(archive.toFile())) {
      for (Entry entry : entries) {
        out.putArchiveEntry(entry.header);
        out.write(entry.bytes);
        out.closeArchiveEntry();
      }
    }
  }
}
