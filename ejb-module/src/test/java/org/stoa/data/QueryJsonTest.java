package org.stoa.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stoa.data.RowPage.RowColumn;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;

class QueryJsonTest {

  @Test
  void readsAQueryInBothFormsOfSort() {
    Query query =
        JsonText.read(
            """
            {"dimensions": ["ARM"], "measures": [{"op": "sum", "column": "AGE", "as": "n"}],
             "filter": "AESER = 'Y'", "limit": 7,
             "sort": ["-n", "ARM", {"by": "n", "descending": true}, {"by": "ARM"}]}
            """,
            Query.class);

    assertThat(query)
        .isEqualTo(
            new Query(
                List.of("ARM"),
                List.of(new Measure("sum", "AGE", "n")),
                "AESER = 'Y'",
                List.of(
                    new Sort("n", true),
                    new Sort("ARM", false),
                    new Sort("n", true),
                    new Sort("ARM", false)),
                7));
  }

  @Test
  void readsAQueryThatSaysLittle() {
    Query query = JsonText.read("{\"dimensions\": [null, \"A\"]}", Query.class);

    assertThat(query.dimensions()).containsExactly(null, "A");
    assertThat(query.measures()).isEmpty();
    assertThat(query.sort()).isEmpty();
    assertThat(query.limit()).isEqualTo(Query.DEFAULT_LIMIT);
  }

  @Test
  void refusesASortThatIsNone() {
    assertThatThrownBy(() -> JsonText.read("{\"sort\": [7]}", Query.class))
        .hasRootCauseInstanceOf(InvalidProblem.class);
  }

  @Test
  void writesRowsWithTheirMissingValues() {
    RowPage page =
        new RowPage(
            2,
            List.of(new RowColumn("A", null, ColumnType.TEXT)),
            List.of(Arrays.asList("x😀", null, 3L, 1.5, true, 1e-7)),
            Optional.of("v2r1"));

    assertThat(JsonText.of(page))
        .isEqualTo(
            "{\"version\":2,\"columns\":[{\"name\":\"A\",\"type\":\"TEXT\"}],"
                + "\"rows\":[[\"x😀\",null,3,1.5,true,1.0E-7]],\"next\":\"v2r1\"}");
  }
}
