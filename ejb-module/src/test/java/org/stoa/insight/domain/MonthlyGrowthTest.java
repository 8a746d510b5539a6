package org.stoa.insight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.data.ColumnType;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;

class MonthlyGrowthTest {

  @Test
  void addsUpMonthsAndShowsThoseInWhichNothingHappened() {
    Answer answer = growth(row("2024-01-30", 2L), row("2024-01-31", 1L), row("2024-04-02", 4L));

    assertThat(answer.rows())
        .containsExactly(
            List.of("2024-01", 3L, 3L),
            List.of("2024-02", 0L, 3L),
            List.of("2024-03", 0L, 3L),
            List.of("2024-04", 4L, 7L));
    assertThat(answer.keys()).contains(List.of("2024-03"));
    assertThat(answer.note()).isNull();
  }

  @Test
  void countsPartialDatesForTheirMonthAndNamesThoseWithout() {
    Answer answer =
        growth(
            row("2024-05", 1L),
            row("2024-05-17T08:30", 1L),
            row("2024", 2L),
            row("2024-13", 1L),
            row("17MAY2024", 1L),
            row(null, 1L));

    assertThat(answer.rows()).containsExactly(List.of("2024-05", 2L, 2L));
    assertThat(answer.note()).isEqualTo("5 not shown: RFICDTC does not tell the month.");
  }

  @Test
  void doesNotFillCenturiesAfterATypingError() {
    assertThat(growth(row("0204-01-01", 1L), row("2024-01-01", 1L)).rows()).hasSize(2);
  }

  @Test
  void hasNoMonthsWithoutRows() {
    assertThat(growth().rows()).isEmpty();
  }

  private record Day(String text, long subjects) {}

  private static Answer growth(Day... days) {
    List<ResultColumn> columns =
        List.of(
            new ResultColumn("RFICDTC", ColumnType.TEXT),
            new ResultColumn("subjects", ColumnType.INTEGER));
    List<List<Object>> rows =
        Arrays.stream(days).map(day -> Arrays.<Object>asList(day.text, day.subjects)).toList();
    return MonthlyGrowth.of(new QueryResult(columns, rows, 1, false));
  }

  private static Day row(String day, long count) {
    return new Day(day, count);
  }
}
