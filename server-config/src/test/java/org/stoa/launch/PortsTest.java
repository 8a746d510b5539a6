package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @TempDir private Path directory;

  @Test
  void choosesADifferentPortForEach() {
    Ports ports = choose(Map.of());

    assertThat(EnumSet.allOf(Port.class)).extracting(ports::of).doesNotHaveDuplicates();
  }

  @Test
  void keepsWhatItChose() {
    assertThat(choose(Map.of()).of(Port.POSTGRES)).isEqualTo(choose(Map.of()).of(Port.POSTGRES));
  }

  @Test
  void leavesAPortThatSomebodyElseTook() throws IOException {
    int chosen = choose(Map.of()).of(Port.REDIS);
    try (ServerSocket other = new ServerSocket(chosen)) {
      assertThat(choose(Map.of()).of(Port.REDIS)).isNotEqualTo(other.getLocalPort());
    }
  }

  @Test
  void refusesTheGivenPortWhenItIsInUseAndNamesAFreeOne() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      int taken = other.getLocalPort();

      assertThatThrownBy(() -> choose(Map.of(Port.HTTP, taken)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("Port " + taken + " is in use")
          .hasMessageMatching(".*--port \\d+\\.");
    }
  }

  @Test
  void givesNoOtherServiceTheGivenPort() {
    int given = Ports.anyFree();
    Ports ports = choose(Map.of(Port.HTTP, given));

    assertThat(ports.of(Port.HTTP)).isEqualTo(given);
    assertThat(EnumSet.complementOf(EnumSet.of(Port.HTTP)))
        .extracting(ports::of)
        .doesNotContain(given);
  }

  @Test
  void tellsThePortThatWasChosenLast() {
    int chosen = choose(Map.of()).of(Port.HTTP);

    assertThat(Ports.kept(file(), Port.HTTP)).contains(chosen);
  }

  private Ports choose(Map<Port, Integer> fixed) {
    return Ports.choose(file(), fixed, false);
  }

  private Path file() {
    return directory.resolve("ports");
  }
}
