package org.stoa.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.audit.AuditTrail;
import org.stoa.audit.store.AuditRecords;
import org.stoa.files.store.AfterTransaction;
import org.stoa.files.store.FileDisk;
import org.stoa.files.store.FileLedger;
import org.stoa.files.store.FileRecords;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.MapConfig;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Settings;
import org.stoa.shared.store.TestDatabase;
import org.stoa.shared.store.TestEntities;

class StoredFilesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final String AB12 =
      "fb7d9248934ca9e856ccab5151226a61e2a36a61b049d8b9a08a829d7e6fb885";
  private static final int MAX_BYTES = 100_000;
  private static TestEntities entities;

  @TempDir Path home;
  private FileDisk disk;
  private final Actor ada = person("ada@example.org", UUID.randomUUID());
  private final Actor eve = person("eve@example.net", UUID.randomUUID());

  @BeforeAll
  static void open() {
    entities = new TestEntities(database);
  }

  @AfterAll
  static void close() {
    entities.close();
  }

  @BeforeEach
  void openDisk() {
    disk = new FileDisk(settings(0));
  }

  @Test
  void storesBytesWithTheirHashAndType() throws IOException {
    FileView file = store(ada, "C:\\data\\ae.csv", "A,B\n1,2\n");

    assertThat(file.label()).isEqualTo("ae.csv");
    assertThat(file.bytes()).isEqualTo(8);
    assertThat(file.sha256()).isEqualTo(AB12);
    assertThat(file.mediaType()).isEqualTo("text/csv");
    assertThat(file.storedAt()).isEqualTo(NOON);
    assertThat(file.storedBy()).isEqualTo("ada@example.org");
    assertThat(Files.readString(as(ada, files -> files.path(file.id())))).isEqualTo("A,B\n1,2\n");
    assertThat(find(ada, file.id())).isEqualTo(file);
  }

  @Test
  void looksAtTheBytesAndNotAtTheName() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    FileView file = as(ada, files -> files.store("a.csv", new ByteArrayInputStream(png)));

    assertThat(file.mediaType()).isEqualTo("image/png");
  }

  @Test
  void neverShowsAnotherOrganisationsFiles() {
    FileView file = store(ada, "ae.csv", "1");

    assertThatThrownBy(() -> find(eve, file.id())).isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(() -> as(eve, files -> files.path(file.id())))
        .isInstanceOf(NotFoundProblem.class);
  }

  @Test
  void leavesNothingOfAnEmptyFile() throws IOException {
    assertThatThrownBy(() -> store(ada, "ae.csv", "")).isInstanceOf(EmptyFileProblem.class);
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void leavesNothingOfAFileOverTheLimit() throws IOException {
    store(ada, "ae.csv", "x".repeat(MAX_BYTES));
    List<Path> before = filesOnDisk();

    assertThatThrownBy(() -> store(ada, "ae.csv", "x".repeat(MAX_BYTES + 1)))
        .isInstanceOf(FileTooLargeProblem.class)
        .hasMessageContaining("100000 bytes");
    assertThat(filesOnDisk()).isEqualTo(before);
  }

  @Test
  void leavesNothingOfAnUploadThatIsCut() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    InputStream cut = new SequenceInputStream(stream("half"), broken);

    assertThatThrownBy(() -> as(ada, files -> files.store("ae.csv", cut)))
        .isInstanceOf(UploadCutProblem.class);
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void saysThatTheDiskIsFullAndLeavesNothing() throws IOException {
    disk = new FileDisk(settings(1L << 43));

    assertThatThrownBy(() -> store(ada, "ae.csv", "1")).isInstanceOf(StorageFullProblem.class);
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void losesTheBytesWhenTheTransactionIsRolledBack() throws IOException {
    AtomicReference<UUID> id = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                as(
                    ada,
                    files -> {
                      id.set(files.store("ae.csv", stream("1")).id());
                      throw new IllegalStateException("The caller fails.");
                    }))
        .hasMessage("The caller fails.");

    assertThatThrownBy(() -> find(ada, id.get())).isInstanceOf(NotFoundProblem.class);
    assertThat(filesOnDisk()).isEmpty();
  }

  @Test
  void removesRowAndBytes() throws IOException {
    FileView file = store(ada, "ae.csv", "1");

    as(
        ada,
        files -> {
          files.remove(file.id());
          return null;
        });

    assertThat(filesOnDisk()).isEmpty();
    assertThatThrownBy(() -> find(ada, file.id())).isInstanceOf(NotFoundProblem.class);
  }

  @Test
  void sweepsOnlyOldBytesWithoutARow() throws Exception {
    FileView kept = store(ada, "ae.csv", "1");
    Path known = disk.path(ada.organisation(), kept.id());
    Path orphan = orphan(disk.path(ada.organisation(), UUID.randomUUID()));
    Path fresh = orphan(disk.path(ada.organisation(), UUID.randomUUID()));
    Path half = orphan(home.resolve("files/incoming/x.part"));
    for (Path old : List.of(known, orphan, half)) {
      Files.setLastModifiedTime(old, FileTime.from(NOON.minusSeconds(90_000)));
    }
    Files.setLastModifiedTime(fresh, FileTime.from(NOON.minusSeconds(60)));

    FileSweep sweep = new FileSweep(disk, new Ledger(), CLOCK);
    int removed = CallContext.callAs(Actor.system(UUID.randomUUID()), sweep::sweep);

    assertThat(removed).isEqualTo(2);
    assertThat(filesOnDisk()).containsExactlyInAnyOrder(known, fresh);
  }

  private static Path orphan(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private FileView store(Actor actor, String name, String content) {
    return as(actor, files -> files.store(name, stream(content)));
  }

  private FileView find(Actor actor, UUID id) {
    return as(actor, files -> files.find(id));
  }

  private static InputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(UTF_8));
  }

  /** One call from outside: a transaction, and what follows its end. */
  private <T> T as(Actor actor, Function<StoredFiles, T> action) {
    Ending ending = new Ending();
    try {
      T result =
          CallContext.callAs(
              actor,
              () ->
                  entities.inTransaction(
                      context -> action.apply(new StoredFiles(disk, ledger(context, ending)))));
      ending.committed.forEach(Runnable::run);
      return result;
    } catch (RuntimeException e) {
      ending.rolledBack.forEach(Runnable::run);
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private FileLedger ledger(EntityManager context, AfterTransaction ending) {
    AuditTrail trail = new AuditTrail(new AuditRecords(database.sql()), CLOCK);
    return new FileLedger(new FileRecords(context), disk, ending, trail, CLOCK);
  }

  private List<Path> filesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Actor person(String email, UUID organisation) {
    return new Actor(UUID.randomUUID(), organisation, email, Actor.Kind.PERSON, Set.of("*"));
  }

  private FilesSettings settings(long minFreeBytes) {
    Map<String, String> values =
        Map.of(
            "stoa.home", home.toString(),
            "stoa.files.max.bytes", Integer.toString(MAX_BYTES),
            "stoa.files.min.free.bytes", Long.toString(minFreeBytes));
    return new FilesSettings(new Settings(new MapConfig(values)));
  }

  /** Keeps what is to be done, until the test says how the transaction ended. */
  private static final class Ending extends AfterTransaction {

    private final List<Runnable> committed = new ArrayList<>();
    private final List<Runnable> rolledBack = new ArrayList<>();

    @Override
    public void ifCommitted(Runnable action) {
      committed.add(action);
    }

    @Override
    public void ifRolledBack(Runnable action) {
      rolledBack.add(action);
    }
  }

  /** Each question is a transaction of its own, as in the container. */
  private static final class Ledger extends FileLedger {

    @Override
    public Set<UUID> known(Collection<UUID> ids) {
      return entities.inTransaction(context -> new FileRecords(context).known(ids));
    }
  }
}
