package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogRecordLineTest {

  @Test
  void showsTimeLevelLoggerAndMessage() {
    assertThat(
            LogRecordLine.forPeople(
                "{\"Timestamp\":\"2026-02-03T12:00:00.000+0000\",\"Level\":\"INFO\","
                    + "\"LoggerName\":\"org.stoa\",\"LogMessage\":\"Ready\"}"))
        .isEqualTo("2026-02-03T12:00:00.000+0000 INFO    org.stoa: Ready");
  }

  @Test
  void showsWhatWasThrown() {
    assertThat(
            LogRecordLine.forPeople(
                "{\"Level\":\"SEVERE\",\"Throwable\":{\"Exception\":\"boom\",\"StackTrace\":\"at"
                    + " a\"}}"))
        .endsWith("boom\nat a");
  }

  @Test
  void leavesOtherLinesAlone() {
    assertThat(LogRecordLine.forPeople("plain")).isEqualTo("plain");
    assertThat(LogRecordLine.forPeople("{broken")).isEqualTo("{broken");
  }
}
