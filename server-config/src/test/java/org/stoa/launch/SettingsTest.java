package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir private Path directory;

  @Test
  void namesItsOwnServicesByDefault() {
    Settings settings = settings(Map.of());

    assertThat(settings.environment())
        .containsEntry(
            "STOA_DATABASE_URL",
            "jdbc:postgresql://127.0.0.1:" + settings.port(Port.POSTGRES) + "/stoa")
        .containsEntry("STOA_DATABASE_USER", "stoa_app")
        .containsEntry("STOA_SMTP_PORT", Integer.toString(settings.port(Port.SMTP)))
        .hasEntrySatisfying(
            "STOA_REDIS_URL", url -> assertThat(url).startsWith("redis://:").endsWith("/0"));
    assertThat(settings.usesOwnPostgres()).isTrue();
  }

  @Test
  void givesTheRolesDifferentPasswords() {
    Map<String, String> environment = settings(Map.of()).environment();

    assertThat(environment.get("STOA_DATABASE_PASSWORD"))
        .isNotEqualTo(environment.get("STOA_DATABASE_OWNER_PASSWORD"));
  }

  @Test
  void usesTheDatabaseThatIsNamed() {
    Settings settings =
        settings(
            Map.of(
                "STOA_DATABASE_URL", "jdbc:postgresql://db/stoa",
                "STOA_DATABASE_PASSWORD", "one",
                "STOA_DATABASE_OWNER_USER", "owner",
                "STOA_DATABASE_OWNER_PASSWORD", "two"));

    assertThat(settings.usesOwnPostgres()).isFalse();
    assertThat(settings.environment())
        .containsEntry("STOA_DATABASE_URL", "jdbc:postgresql://db/stoa");
  }

  @Test
  void refusesADatabaseWithoutItsPasswords() {
    assertThatThrownBy(() -> settings(Map.of("STOA_DATABASE_URL", "jdbc:postgresql://db/stoa")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("STOA_DATABASE_PASSWORD");
  }

  @Test
  void keepsTheTokenKeyOverARestart() {
    assertThat(settings(Map.of()).environment().get("STOA_TOKEN_KEY"))
        .isEqualTo(settings(Map.of()).environment().get("STOA_TOKEN_KEY"));
  }

  @Test
  void letsAGivenSettingWin() {
    assertThat(settings(Map.of("STOA_FILES_MAX_BYTES", "7")).environment())
        .containsEntry("STOA_FILES_MAX_BYTES", "7");
  }

  @Test
  void givesAFurtherServerPortsOfItsOwnAndAllElseTheSame() {
    Settings first = settings(Map.of());

    Settings second = first.ofServer(2);

    for (Port own : List.of(Port.HTTP, Port.ADMIN, Port.IIOP)) {
      assertThat(second.port(own)).as(own.name()).isNotEqualTo(first.port(own));
      assertThat(second.environment())
          .containsEntry("STOA_" + own + "_PORT", Integer.toString(second.port(own)));
    }
    for (String shared : List.of("STOA_JMS_PORT", "STOA_DATABASE_URL", "STOA_TOKEN_KEY")) {
      assertThat(second.environment()).containsEntry(shared, first.environment().get(shared));
    }
  }

  private Settings settings(Map<String, String> given) {
    StateDirectory state = new StateDirectory(directory.resolve("state"));
    state.prepare();
    return Settings.of(
        StackOptions.of(new Distribution(directory, List.of()), state.root())
            .withEnvironment(given));
  }
}
