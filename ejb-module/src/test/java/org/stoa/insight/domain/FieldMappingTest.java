package org.stoa.insight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.data.ColumnType.BOOLEAN;
import static org.stoa.data.ColumnType.DATE;
import static org.stoa.data.ColumnType.INTEGER;
import static org.stoa.data.ColumnType.TEXT;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoa.data.ColumnProfile;
import org.stoa.data.ColumnType;
import org.stoa.data.ColumnView;
import org.stoa.insight.MappedField;

class FieldMappingTest {

  private static final List<ColumnView> DM =
      List.of(
          column("USUBJID", TEXT),
          column("SITEID", INTEGER),
          column("ARM", TEXT),
          column("RFXSTDTC", DATE),
          column("RFICDTC", TEXT));
  private static final List<ColumnView> AE =
      List.of(
          column("USUBJID", TEXT),
          column("AEDECOD", TEXT),
          column("AEBODSYS", TEXT),
          column("AESEV", TEXT),
          column("AESER", TEXT));

  @Test
  void findsAllFieldsByTheirSdtmNamesAndSaysSo() {
    FieldMapping mapping = FieldMapping.of(Map.of("DM", DM, "AE", AE));

    assertThat(mapping.fields()).hasSize(SafetyField.values().length);
    assertThat(mapping.fields())
        .allSatisfy(field -> assertThat(field.reason()).contains("is the SDTM name of the"));
    assertThat(SafetyOverview.over(mapping).widgets())
        .allSatisfy(widget -> assertThat(widget.missing()).isNull())
        .hasSize(8);
  }

  @Test
  void takesAnotherNameAndSaysWhatThereWasNot() {
    List<ColumnView> dm = List.of(column("subjid", TEXT), column("TRT01P", TEXT));

    FieldMapping mapping = FieldMapping.of(Map.of("DM", dm));

    MappedField subject = mapping.fields().get(0);
    assertThat(subject.column()).isEqualTo("subjid");
    assertThat(subject.reason()).contains("there is no USUBJID");
    assertThat(mapping.name(SafetyField.ARM)).isEqualTo("TRT01P");
  }

  /** The pilot study of CDISC has RFICDTC in its DM, and not one value in it. */
  @Test
  void passesOverAColumnWithoutValuesAndSaysSo() {
    List<ColumnView> dm = List.of(empty("RFICDTC", TEXT), column("RFSTDTC", TEXT));

    FieldMapping mapping = FieldMapping.of(Map.of("DM", dm));

    assertThat(mapping.name(SafetyField.ENROLMENT)).isEqualTo("RFSTDTC");
    assertThat(mapping.fields())
        .extracting(MappedField::reason)
        .contains(
            "RFSTDTC is the first name of the enrolment date that fits: RFICDTC has no values.");
  }

  @Test
  void takesAColumnWithoutValuesWhenThereIsNoOther() {
    FieldMapping mapping = FieldMapping.of(Map.of("DM", List.of(empty("RFICDTC", TEXT))));

    assertThat(mapping.name(SafetyField.ENROLMENT)).isEqualTo("RFICDTC");
  }

  @Test
  void saysWhichColumnAWidgetIsMissing() {
    List<ColumnView> ae = List.of(column("USUBJID", TEXT), column("AETERM", TEXT));

    DashboardDefinition dashboard =
        SafetyOverview.over(FieldMapping.of(Map.of("DM", DM, "AE", ae)));

    assertThat(dashboard.widget("serious-adverse-events").orElseThrow().missing())
        .isEqualTo("AE has no column for the seriousness. Looked for AESER, SERIOUS.");
    assertThat(dashboard.widget("serious-adverse-events").orElseThrow().query()).isNull();
    assertThat(dashboard.widget("adverse-events").orElseThrow().missing()).isNull();
    assertThat(dashboard.widget("most-frequent-terms").orElseThrow().query().dimensions())
        .containsExactly("AETERM");
  }

  @Test
  void saysWhichDatasetAWidgetIsMissing() {
    DashboardDefinition dashboard = SafetyOverview.over(FieldMapping.of(Map.of("AE", AE)));

    assertThat(dashboard.widget("subjects").orElseThrow().missing())
        .isEqualTo("There is no dataset DM. Load one to see this.");
    assertThat(dashboard.widget("events-by-severity-and-arm").orElseThrow().missing())
        .isEqualTo("There is no dataset DM. Load one to see this.");
    assertThat(dashboard.widget("events-by-organ-class").orElseThrow().missing()).isNull();
    assertThat(dashboard.widget("most-frequent-terms").orElseThrow().base()).isNull();
  }

  @Test
  void joinsByAColumnThatBothHave() {
    List<ColumnView> dm =
        List.of(column("USUBJID", TEXT), column("SUBJID", INTEGER), column("ARM", TEXT));
    List<ColumnView> ae = List.of(column("SUBJID", INTEGER), column("AESEV", TEXT));

    FieldMapping mapping = FieldMapping.of(Map.of("DM", dm, "AE", ae));

    assertThat(mapping.name(SafetyField.SUBJECT)).isEqualTo("SUBJID");
    assertThat(mapping.sharesSubjects()).isTrue();
    assertThat(bySeverityAndArm(mapping).query().lookups().get(0).on()).isEqualTo("SUBJID");
  }

  @Test
  void joinsNothingWhenSubjectsAreToldDifferently() {
    List<ColumnView> dm = List.of(column("SUBJID", INTEGER), column("ARM", TEXT));
    List<ColumnView> ae = List.of(column("SUBJID", TEXT), column("AESEV", TEXT));

    FieldMapping mapping = FieldMapping.of(Map.of("DM", dm, "AE", ae));

    assertThat(bySeverityAndArm(mapping).missing())
        .isEqualTo("AE and DM have no column in common that tells the subject.");
  }

  @Test
  void readsSeriousnessAsItIsWritten() {
    assertThat(serious(TEXT)).isEqualTo("UPPER(AESER) IN ('Y', 'YES')");
    assertThat(serious(BOOLEAN)).isEqualTo("AESER = TRUE");
    assertThat(serious(INTEGER)).isEqualTo("AESER = 1");
  }

  @Test
  void refusesAColumnOfATypeThatCannotTellTheField() {
    List<ColumnView> ae = List.of(column("USUBJID", TEXT), column("AESER", DATE));

    DashboardDefinition dashboard = SafetyOverview.over(FieldMapping.of(Map.of("AE", ae)));

    assertThat(dashboard.widget("serious-adverse-events").orElseThrow().missing())
        .isEqualTo("AESER in AE cannot tell the seriousness: its values are of the type date.");
  }

  private static String serious(ColumnType type) {
    List<ColumnView> ae = List.of(column("USUBJID", TEXT), column("AESER", type));
    return SafetyOverview.over(FieldMapping.of(Map.of("AE", ae)))
        .widget("serious-adverse-events")
        .orElseThrow()
        .query()
        .filter();
  }

  private static WidgetDefinition bySeverityAndArm(FieldMapping mapping) {
    return SafetyOverview.over(mapping).widget("events-by-severity-and-arm").orElseThrow();
  }

  private static ColumnView column(String name, ColumnType type) {
    return column(name, type, 1);
  }

  private static ColumnView empty(String name, ColumnType type) {
    return column(name, type, 0);
  }

  private static ColumnView column(String name, ColumnType type, long distinct) {
    return new ColumnView(name, null, type, new ColumnProfile(0, distinct, null, null, List.of()));
  }
}
