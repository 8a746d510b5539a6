package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenServicesTest {

  @Test
  void aDatabaseThatIsNotThereIsNamedWithWhatToCorrect() throws IOException {
    String url = "jdbc:postgresql://127.0.0.1:" + unusedPort() + "/stoa";
    GivenDatabase database =
        new GivenDatabase(
            Map.of(
                "STOA_DATABASE_URL", url,
                "STOA_DATABASE_OWNER_USER", "stoa_owner",
                "STOA_DATABASE_OWNER_PASSWORD", "secret"));

    assertThatThrownBy(database::start)
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The database at " + url + " does not let stoa_owner in: ")
        .hasMessageContaining("refused")
        .hasMessageEndingWith(
            "correct STOA_DATABASE_URL, STOA_DATABASE_OWNER_USER and STOA_DATABASE_OWNER_PASSWORD.")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aRedisThatIsNotThereIsNamedWithoutItsPassword() throws IOException {
    GivenRedis redis = new GivenRedis("redis://:secret@127.0.0.1:" + unusedPort() + "/0");

    assertThatThrownBy(redis::start)
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The Redis at redis://…@127.0.0.1:")
        .hasMessageEndingWith("correct STOA_REDIS_URL.")
        .hasMessageNotContaining("..")
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAddressOfRedisThatIsNoneIsRefused() {
    assertThatThrownBy(new GivenRedis("redis here")::start).isInstanceOf(Refusal.class);
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
