package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  @Test
  void quotesNamesAndValuesAsPsqlDoes() {
    SqlScript script = new SqlScript("CREATE ROLE :\"who\" PASSWORD :'word';\n");

    assertThat(script.statements(Map.of("who", "a\"b", "word", "c'd$1")))
        .containsExactly("CREATE ROLE \"a\"\"b\" PASSWORD 'c''d$1'");
  }

  @Test
  void dropsCommentsAndSplitsStatements() {
    SqlScript script = new SqlScript("-- one; two\nSELECT 1;\nSELECT 2;\n");

    assertThat(script.statements(Map.of())).containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  void refusesAVariableWithoutAValue() {
    assertThatThrownBy(() -> new SqlScript("SELECT :'x';").statements(Map.of()))
        .hasMessageContaining("x");
  }

  @Test
  void makesBothRolesWeakerThanASuperuser() {
    Map<String, String> values =
        Map.of(
            "database", "stoa",
            "owner", "stoa_owner",
            "owner_password", "one",
            "application", "stoa_app",
            "application_password", "two");

    assertThat(SqlScript.resource("roles.sql").statements(values))
        .filteredOn(statement -> statement.startsWith("CREATE ROLE"))
        .hasSize(2)
        .allSatisfy(statement -> assertThat(statement).contains("NOSUPERUSER", "NOBYPASSRLS"));
  }
}
