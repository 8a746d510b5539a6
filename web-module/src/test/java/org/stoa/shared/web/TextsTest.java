package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.data.LoadFiles;
import org.stoa.insight.MapDashboards;

/** Every word that a page or a script asks for is in a message bundle. */
class TextsTest {

  private static final Path WEBAPP = Path.of("src/main/webapp");
  private static final Path BUNDLES = Path.of("src/main/resources/org/stoa");
  private static final Pattern PAGE_KEY = Pattern.compile("\\b([a-z]*)[tT]ext\\['([\\w.-]+)'\\]");
  private static final Pattern SCRIPT_KEY = Pattern.compile("\\bsay\\('([\\w.-]+)'");
  private static final Pattern STYLE = Pattern.compile("\\s(style|on[a-z]+)=\"");

  @Test
  void everyWordOfAPageIsInTheBundleOfItsRoom() {
    Set<String> missing = new TreeSet<>();
    for (Path page : files(".xhtml")) {
      matches(PAGE_KEY, page)
          .filter(key -> !bundle(room(key.group(1)), "text").containsKey(key.group(2)))
          .forEach(key -> missing.add(page.getFileName() + ": " + key.group()));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyWordOfAScriptIsInTheModuleThatItImports() {
    String module = ScriptText.module();
    Set<String> missing = new TreeSet<>();
    for (Path script : files(".js")) {
      matches(SCRIPT_KEY, script)
          .filter(key -> !module.contains("\"" + key.group(1) + "\":"))
          .forEach(key -> missing.add(script.getFileName() + ": " + key.group(1)));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noPageCarriesStylesOrHandlersThatTheContentPolicyRefuses() {
    Set<String> refused = new TreeSet<>();
    for (Path page : files(".xhtml")) {
      matches(STYLE, page).forEach(found -> refused.add(page.getFileName() + ":" + found.group()));
    }
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {LoadFiles.KIND, MapDashboards.KIND})
  void everyKindOfJobHasWordsOnPagesAndInScripts(String kind) {
    assertThat(bundle("work", "text").containsKey("kind." + kind)).isTrue();
    assertThat(ScriptText.module()).contains("\"kind." + kind + "\":");
  }

  private static String room(String prefix) {
    return prefix.isEmpty() ? "shared" : prefix;
  }

  private static ResourceBundle bundle(String room, String name) {
    assertThat(BUNDLES.resolve(room).resolve("web").resolve(name + ".properties")).exists();
    return ResourceBundle.getBundle("org.stoa." + room + ".web." + name);
  }

  private static Stream<MatchResult> matches(Pattern pattern, Path file) {
    try {
      return pattern.matcher(Files.readString(file)).results();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(String suffix) {
    try (Stream<Path> all = Files.walk(WEBAPP)) {
      List<Path> found = all.filter(file -> file.toString().endsWith(suffix)).toList();
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
