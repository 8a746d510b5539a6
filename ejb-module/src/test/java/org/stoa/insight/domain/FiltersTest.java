package org.stoa.insight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.stoa.data.ColumnType;

class FiltersTest {

  @Test
  void doublesTheQuotesInValues() {
    assertThat(Filters.equal("AETERM", ColumnType.TEXT, "'; DROP TABLE study --"))
        .isEqualTo("AETERM = '''; DROP TABLE study --'");
  }

  @Test
  void quotesNamesThatAreNotPlain() {
    assertThat(Filters.equal("System organ class", ColumnType.TEXT, "x"))
        .isEqualTo("\"System organ class\" = 'x'");
    assertThat(Filters.name("a\"b")).isEqualTo("\"a\"\"b\"");
    assertThat(Filters.name("DM.ARM")).isEqualTo("\"DM.ARM\"");
  }

  @Test
  void writesValuesByTheirType() {
    assertThat(Filters.equal("A", ColumnType.INTEGER, 7L)).isEqualTo("A = 7");
    assertThat(Filters.equal("A", ColumnType.BOOLEAN, true)).isEqualTo("A = TRUE");
    assertThat(Filters.equal("A", ColumnType.DATE, "2024-05-01")).isEqualTo("A = '2024-05-01'");
    assertThat(Filters.equal("A", ColumnType.TEXT, null)).isEqualTo("A IS NULL");
  }

  @Test
  void writesAMonthByTheTypeOfTheColumn() {
    YearMonth december = YearMonth.of(2024, 12);

    assertThat(Filters.within("D", ColumnType.TEXT, december)).isEqualTo("D LIKE '2024-12%'");
    assertThat(Filters.within("D", ColumnType.DATE, december))
        .isEqualTo("D >= '2024-12-01' AND D < '2025-01-01'");
  }

  @Test
  void joinsConditionsWithoutChangingTheirMeaning() {
    assertThat(Filters.and(null, " ")).isNull();
    assertThat(Filters.and(null, "A = 1")).isEqualTo("A = 1");
    assertThat(Filters.and("A = 1 OR B = 2", "C = 3")).isEqualTo("(A = 1 OR B = 2) AND (C = 3)");
  }
}
