package org.stoa.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFilesTest {

  private final StudyFiles small = DemonstrationStudy.files().ofSubjects(40);

  @TempDir private Path directory;

  @Test
  void writesSomeDomainsAsCsvAndSomeAsXport() throws IOException {
    List<Path> files = small.write(directory);

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("dm.csv", "ae.csv", "ds.csv", "lb.xpt", "vs.xpt", "ex.xpt");
    assertThat(Files.readString(files.get(0))).startsWith("STUDYID,DOMAIN,USUBJID,");
    assertThat(header(files.get(3))).startsWith("HEADER RECORD*******LIBRARY HEADER RECORD");
  }

  @Test
  void writesTheSameBytesForTheSameSeed() throws IOException {
    List<Path> first = small.write(directory.resolve("first"));
    List<Path> second = small.write(directory.resolve("second"));

    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
    }
  }

  @Test
  void writesOtherBytesForAnotherSeed() throws IOException {
    List<Path> first = small.write(directory.resolve("first"));
    List<Path> second = small.ofSeed(7).write(directory.resolve("second"));

    for (int i = 0; i < first.size(); i++) {
      assertThat(Files.mismatch(first.get(i), second.get(i))).isNotEqualTo(-1);
    }
  }

  @Test
  void beginsALargerStudyWithTheSubjectsOfASmallerOne() {
    List<Subject> larger = small.ofSubjects(60).enrolled();

    assertThat(larger.subList(0, 40)).isEqualTo(small.enrolled());
  }

  @Test
  void changesASeverityHereAndThereWhenAdverseEventsAreCorrected() throws IOException {
    Path original = small.write(directory.resolve("original")).get(1);
    Path corrected = small.writeCorrectedAdverseEvents(directory.resolve("corrected"));

    List<String> before = Files.readAllLines(original);
    List<String> after = Files.readAllLines(corrected);
    assertThat(after).hasSameSizeAs(before);
    List<String> changed = after.stream().filter(line -> !before.contains(line)).toList();
    assertThat(changed).isNotEmpty().hasSizeLessThan(before.size() / 10);
  }

  @Test
  void quotesWhatHasACommaInCsv() throws IOException {
    Path events = DemonstrationStudy.files().write(directory).get(1);

    assertThat(Files.readString(events))
        .contains("\"Respiratory, thoracic and mediastinal disorders\"");
  }

  @Test
  void refusesAStudyWithoutSubjects() {
    assertThatThrownBy(() -> small.ofSubjects(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String header(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).substring(0, 80);
  }
}
