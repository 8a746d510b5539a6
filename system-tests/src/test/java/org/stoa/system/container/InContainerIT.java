package org.stoa.system.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.ForbiddenProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.UnauthenticatedProblem;
import org.stoa.study.Studies;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;

/** The deployed application from inside: what the container gives to the rooms, and takes back. */
@ExtendWith(ArquillianExtension.class)
class InContainerIT {

  private static final UUID ORGANISATION = UUID.fromString("018f0000-0000-7000-8000-00000000aaaa");

  @Inject private Jobs jobs;
  @Inject private Studies studies;
  @Inject private Desk desk;

  @Resource(lookup = "jdbc/stoa")
  private DataSource database;

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationWithTests.archive();
  }

  @Test
  void theApplicationRoleOwnsNothing() throws SQLException {
    assertThat(number("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"))
        .isZero();
    assertThat(number("SELECT count(*) FROM pg_class WHERE relname = 'work_job'")).isPositive();
  }

  @Test
  void theApplicationRoleIsBoundByRowLevelSecurity() throws SQLException {
    assertThat(
            number(
                """
                SELECT count(*) FROM pg_roles
                WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole)"""))
        .isZero();
  }

  @Test
  void theApplicationRoleMakesNoTables() {
    assertThatThrownBy(() -> number("CREATE TABLE mine (id int)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void aCommittedJobIsRunAtOnceByTheConsumer() throws Exception {
    Instant submitted = Instant.now();
    long id = asEditor(() -> desk.submit(new Echo("committed"))).value();
    JobView job = ended(id);
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.result()).hasToString("{\"text\":\"committed\"}");
    assertThat(Duration.between(submitted, job.startedAt())).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aJobOfARolledBackTransactionNeverWas() throws Exception {
    long id = asEditor(() -> desk.submitAndRollBack(new Echo("rolled back"))).value();
    assertThatThrownBy(() -> asEditor(() -> jobs.find(id))).isInstanceOf(NotFoundProblem.class);
  }

  @Test
  void aJobThatIsDueLaterIsWokenByATimer() throws Exception {
    Instant due = Instant.now().plusSeconds(2);
    SubmitJob later = new SubmitJob("test.echo", new Echo("later")).withDueAt(due);
    long id = asEditor(() -> jobs.submit(later)).value();
    assertThat(ended(id).startedAt()).isAfterOrEqualTo(due);
  }

  @Test
  void aCallWithoutAnActorIsRefused() {
    assertThatThrownBy(() -> studies.find(UUID.randomUUID()))
        .isInstanceOf(UnauthenticatedProblem.class)
        .isNotInstanceOf(EJBException.class);
  }

  @Test
  void aCallWithoutThePermissionIsRefused() {
    Actor viewer = actor(Set.of("*.read"));
    long id = 1;
    assertThatThrownBy(() -> CallContext.callAs(viewer, () -> jobs.cancel(id)))
        .isInstanceOf(ForbiddenProblem.class);
  }

  @Test
  @RunAsClient
  void theContainerKnowsTheCaller() {
    assertThat(Outside.whoCalled()).isEqualTo("admin@stoa.local true false true");
  }

  private JobView ended(long id) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> asEditor(() -> jobs.find(id)), job -> job.finishedAt() != null);
  }

  private static <T> T asEditor(Callable<T> act) throws Exception {
    return CallContext.callAs(actor(Set.of("work.*", "study.*")), act);
  }

  private static Actor actor(Set<String> permissions) {
    return new Actor(
        new UUID(7, 7), ORGANISATION, "editor@example.org", Actor.Kind.PERSON, permissions);
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
