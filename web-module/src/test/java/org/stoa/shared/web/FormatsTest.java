package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "1240, 1.2 s",
    "12000, 12 s",
    "72000, 1 m 12 s",
    "3600000, 1 h 0 m",
    "8100000, 2 h 15 m",
    "-5, 0.0 s"
  })
  void durationsAreWrittenInTheUnitsThatMatter(long milliseconds, String written) {
    assertThat(Formats.written(Duration.ofMillis(milliseconds))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0;0 B", "1023;1,023 B", "1024;1 KB", "13002343;12.4 MB", "1073741824;1 GB"})
  void sizesAreWrittenInTheUnitsInWhichLimitsAreSet(long bytes, String written) {
    assertThat(Formats.bytes(bytes, Locale.ENGLISH)).isEqualTo(written);
  }

  @Test
  void thePlaceOfAProblemNamesFileLineAndColumn() {
    Map<String, Object> members = Map.of("file", "ae.csv", "line", 12, "column", 3);

    assertThat(new Formats().place(members)).isEqualTo("ae.csv, line 12, column 3");
    Map<String, Object> kept =
        Map.of("file", Json.createValue("ae.csv"), "line", Json.createValue(12));
    assertThat(new Formats().place(kept)).isEqualTo("ae.csv, line 12");
    assertThat(new Formats().place(Map.of("line", 7))).isEqualTo("line 7");
    assertThat(new Formats().place(Map.of())).isEmpty();
  }
}
