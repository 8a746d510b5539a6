package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsadminFileTest {

  @TempDir private Path directory;

  @Test
  void readsOnlyWhatTheLauncherSets() throws IOException {
    StateDirectory state = new StateDirectory(directory.resolve("state"));
    state.prepare();
    Map<String, String> set =
        Settings.of(StackOptions.of(new Distribution(directory, List.of()), state.root()))
            .environment();

    assertThat(tokens()).isNotEmpty().isSubsetOf(set.keySet());
  }

  @Test
  void makesEveryResourceThatTheApplicationLooksUp() throws IOException {
    assertThat(Configuration.commands(false))
        .contains(
            " jdbc/stoa\n",
            " jdbc/stoaOwner\n",
            " jdbc/stoaAnalytics\n",
            " jms/stoaConnectionFactory\n",
            " jms/stoaWork\n",
            " jms/stoaInbound\n",
            " jms/stoaEvents\n",
            " jms/stoaDead\n",
            " mail/stoa\n",
            " concurrent/stoaExecutor\n");
  }

  @Test
  void usesTheBrokerInTheServerUnlessSeveralShareOne() throws IOException {
    assertThat(Configuration.commands(false)).doesNotContain("REMOTE");
    assertThat(Configuration.commands(true))
        .startsWith(Configuration.commands(false))
        .contains("jms-service.type=REMOTE");
  }

  /**
   * Of the broker it names the account that every such broker has, and that loopback alone sees.
   */
  @Test
  void holdsNoSecret() throws IOException {
    assertThat(
            Configuration.commands(false)
                .replace("imq.bridge.admin.password=admin", "")
                .lines()
                .filter(line -> line.contains("password=")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).containsPattern("password=\\$\\{ENV=STOA_\\w+}"));
  }

  private static Set<String> tokens() throws IOException {
    Set<String> tokens = new TreeSet<>();
    Pattern.compile("\\$\\{ENV=(\\w+)}")
        .matcher(Configuration.commands(false))
        .results()
        .map((MatchResult match) -> match.group(1))
        .forEach(tokens::add);
    return tokens;
  }
}
