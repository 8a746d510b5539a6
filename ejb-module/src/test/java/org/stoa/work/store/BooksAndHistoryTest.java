package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.work.store.WorkScene.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.domain.Balance;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;

class BooksAndHistoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Books books = new Books(new Jdbc(database.application()));
  private final History history = new History(new Jdbc(database.owner()));
  private WorkScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new WorkScene(database.application());
  }

  @Test
  void everyWayThroughTheEngineKeepsTheBooksInBalance() {
    scene.submissions.addAll(List.of(scene.job(), scene.job(), scene.job(), scene.job()));
    scene.submitted(scene.job(0, null, "once"));
    scene.submitted(scene.job(0, null, "once"));
    assertThat(books.balance().holds()).isTrue();

    List<ClaimedJob> running = scene.claim(scene.aNode(), 4);
    assertThat(books.balance().holds()).isTrue();
    scene.endings.finish(running.get(0).lease(), Ending.succeeded(null, null, "n", NOON));
    scene.endings.finish(running.get(1).lease(), Ending.failed(null, null, "n", NOON));
    scene.endings.finish(running.get(2).lease(), Ending.cancelled(null, "n", NOON));
    scene.endings.takeBack(running.get(3).lease(), "n", NOON);
    scene.endings.cancelWaiting(scene.ada.organisation(), running.get(3).id(), NOON);
    scene.submissions.again(running.get(1).id(), null, scene.ada, NOON);

    Books.Audit audit = books.audit();
    assertThat(audit.books().holds()).isTrue();
    assertThat(audit.books().agreesWith(audit.history())).isTrue();
  }

  @Test
  void aJobThatVanishesIsNoticed() {
    long id = scene.aWaitingJob();
    database.ownerSql().execute("DELETE FROM work_job WHERE id = " + id);
    assertThat(books.balance().holds()).isFalse();

    database.ownerSql().execute("INSERT INTO work_ledger (submitted) VALUES (-1)");
    assertThat(books.balance().holds()).isTrue();
  }

  @Test
  void aJobThatEndedTwiceIsNoticed() {
    ClaimedJob job = scene.aRunningJob(scene.aNode());
    scene.endings.finish(job.lease(), Ending.succeeded(null, null, "n", NOON));
    String twice =
        "CREATE TEMP TABLE twice AS SELECT * FROM work_archive WHERE id = %d; "
            + "UPDATE twice SET finished_at = finished_at + interval '1 hour'; "
            + "INSERT INTO work_archive SELECT * FROM twice; DROP TABLE twice";
    database.ownerSql().execute(twice.formatted(job.id()));
    Books.Audit audit = books.audit();
    assertThat(audit.books().agreesWith(audit.history())).isFalse();

    database
        .ownerSql()
        .execute(
            "DELETE FROM work_archive WHERE id = %d AND finished_at > '%s'"
                .formatted(job.id(), NOON));
    assertThat(books.audit().books().agreesWith(books.audit().history())).isTrue();
  }

  @Test
  void addingTheBooksUpChangesNothing() {
    scene.aWaitingJob();
    Balance before = books.balance();
    books.addUp(Duration.ZERO);
    assertThat(books.balance()).isEqualTo(before);
    books.addUp(Duration.ZERO);
    assertThat(books.balance()).isEqualTo(before);
  }

  @Test
  void aWeekIsMadeForWhatCameBeforeItAndDroppedWithItsJobsAtItsRetention() {
    Instant longAgo = Instant.parse("2001-05-02T12:00:00Z");
    ClaimedJob job = scene.aRunningJob(scene.aNode());
    scene.endings.finish(job.lease(), Ending.succeeded(null, null, "n", longAgo));
    assertThat(partition(job)).isEqualTo("work_archive_rest");

    history.makeWeeks(longAgo);
    history.makeWeeks(longAgo);
    assertThat(partition(job)).isEqualTo("work_archive_20010430");

    assertThat(history.dropBefore(Instant.parse("2001-05-06T23:59:59Z"))).isEmpty();
    assertThat(history.dropBefore(Instant.parse("2001-05-07T00:00:00Z")))
        .contains("work_archive_20010430", "work_attempt_20010430", "work_log_20010430");
    assertThat(scene.reads.find(scene.ada.organisation(), job.id())).isEmpty();
    Books.Audit audit = books.audit();
    assertThat(audit.books().agreesWith(audit.history())).as("the books still balance").isTrue();
  }

  private String partition(ClaimedJob job) {
    return new Jdbc(database.owner())
        .first(
            "SELECT tableoid::regclass::text AS name FROM work_archive WHERE id = ?",
            row -> row.getString("name"),
            job.id())
        .orElseThrow();
  }
}
