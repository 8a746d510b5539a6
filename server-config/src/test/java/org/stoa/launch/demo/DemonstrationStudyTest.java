package org.stoa.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The study agrees with itself and keeps to the terms of SDTM. */
class DemonstrationStudyTest {

  private static final StudyFiles FILES = DemonstrationStudy.files();
  private static final List<Subject> SUBJECTS = FILES.enrolled();
  private static final List<Map<String, Object>> DM = Rows.of(new Demographics(), SUBJECTS);
  private static final List<Map<String, Object>> AE = Rows.of(FILES.adverseEvents(false), SUBJECTS);
  private static final List<Map<String, Object>> DS = Rows.of(new Disposition(), SUBJECTS);
  private static final List<Map<String, Object>> EX = Rows.of(new Exposure(), SUBJECTS);
  private static final List<Map<String, Object>> LB =
      Rows.of(new LaboratoryTests(FILES.seed()), SUBJECTS);
  private static final List<Map<String, Object>> VS =
      Rows.of(new VitalSigns(FILES.seed()), SUBJECTS);

  static List<Domain> domains() {
    return List.of(
        new Demographics(),
        FILES.adverseEvents(false),
        new Disposition(),
        new Exposure(),
        new LaboratoryTests(FILES.seed()),
        new VitalSigns(FILES.seed()));
  }

  @Test
  void hasThreeHundredSubjectsAtTwelveSitesInFiveCountries() {
    assertThat(DM).hasSize(300);
    assertThat(values(DM, "USUBJID")).hasSize(300);
    assertThat(values(DM, "SITEID")).hasSize(12);
    assertThat(values(DM, "COUNTRY")).containsExactlyInAnyOrder("USA", "DEU", "FRA", "POL", "JPN");
  }

  @Test
  void randomisesInEqualGroups() {
    Map<String, Long> arms = counts(DM, "ARMCD");

    assertThat(arms).containsOnlyKeys("PBO", "LOW", "HIGH", "SCRNFAIL");
    assertThat(Math.abs(arms.get("PBO") - arms.get("HIGH"))).isLessThanOrEqualTo(2);
    assertThat(Math.abs(arms.get("PBO") - arms.get("LOW"))).isLessThanOrEqualTo(2);
    assertThat(arms.get("SCRNFAIL")).isBetween(10L, 45L);
  }

  @ParameterizedTest
  @MethodSource("domains")
  void givesEachVariableAValueThatFitsIt(Domain domain) {
    for (Variable variable : domain.variables()) {
      assertThat(variable.name()).hasSizeLessThanOrEqualTo(8);
      assertThat(variable.label()).hasSizeBetween(3, 40);
    }
    for (Subject subject : SUBJECTS) {
      for (List<Object> row : domain.rows(subject)) {
        assertThat(row).hasSameSizeAs(domain.variables());
        for (int i = 0; i < row.size(); i++) {
          assertFits(domain.variables().get(i), row.get(i));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void knowsEverySubjectInDemographics(Domain domain) {
    Set<Object> known = values(DM, "USUBJID");

    assertThat(known).containsAll(values(Rows.of(domain, SUBJECTS), "USUBJID"));
  }

  @ParameterizedTest
  @MethodSource("domains")
  void numbersTheRowsOfASubjectFromOne(Domain domain) {
    Map<Object, Integer> last = new HashMap<>();
    String sequence = domain.name() + "SEQ";
    for (Map<String, Object> row : Rows.of(domain, SUBJECTS)) {
      if (row.containsKey(sequence)) {
        int expected = last.merge(row.get("USUBJID"), 1, Integer::sum);
        assertThat(row.get(sequence)).isEqualTo(expected);
      }
    }
  }

  @Test
  void keepsDemographicsToItsTerms() {
    assertThat(values(DM, "SEX")).containsExactlyInAnyOrder("M", "F");
    assertThat(values(DM, "AGEU")).containsExactly("YEARS");
    assertThat(values(DM, "RACE"))
        .isSubsetOf("WHITE", "BLACK OR AFRICAN AMERICAN", "ASIAN", "NOT REPORTED");
    assertThat(values(DM, "ETHNIC"))
        .isSubsetOf("HISPANIC OR LATINO", "NOT HISPANIC OR LATINO", "NOT REPORTED");
  }

  @Test
  void keepsAdverseEventsToTheirTerms() {
    assertThat(values(AE, "AESEV")).containsExactlyInAnyOrder("MILD", "MODERATE", "SEVERE");
    assertThat(values(AE, "AESER")).containsExactlyInAnyOrder("Y", "N");
    assertThat(values(AE, "AEOUT"))
        .isSubsetOf(
            "RECOVERED/RESOLVED", "RECOVERING/RESOLVING", "NOT RECOVERED/NOT RESOLVED", "FATAL");
    assertThat(values(AE, "AEACN"))
        .isSubsetOf("DOSE NOT CHANGED", "DRUG INTERRUPTED", "DRUG WITHDRAWN", "NOT APPLICABLE");
  }

  @Test
  void beginsAdverseEventsAfterTheFirstDoseAndWithinTheStudy() {
    Map<Object, Map<String, Object>> subjects = bySubject(DM);
    for (Map<String, Object> event : AE) {
      Map<String, Object> subject = subjects.get(event.get("USUBJID"));
      String first = subject.get("RFSTDTC").toString();
      String last = subject.get("RFPENDTC").toString();
      String start = event.get("AESTDTC").toString();
      int known = start.length();
      assertThat(start).isBetween(first.substring(0, known), last.substring(0, known));
      if (event.get("AEENDTC") != null) {
        assertThat(event.get("AEENDTC").toString()).isBetween(start, last);
      }
    }
  }

  @Test
  void hasPartialDates() {
    assertThat(AE).anyMatch(event -> event.get("AESTDTC").toString().length() == 7);
    assertThat(AE)
        .allMatch(
            event ->
                (event.get("AESTDY") == null)
                    == (event.get("AESTDTC").toString().length() < "yyyy-MM-dd".length()));
  }

  @Test
  void hasMoreAdverseEventsUnderTheDrug() {
    Map<Object, Map<String, Object>> subjects = bySubject(DM);
    Map<Object, Long> events =
        AE.stream()
            .collect(
                Collectors.groupingBy(
                    event -> subjects.get(event.get("USUBJID")).get("ARMCD"),
                    Collectors.counting()));

    assertThat(events).containsOnlyKeys("PBO", "LOW", "HIGH");
    assertThat(events.get("HIGH")).isGreaterThan(events.get("LOW"));
    assertThat(events.get("LOW")).isGreaterThan(events.get("PBO"));
  }

  @Test
  void saysWhyAnEventIsSerious() {
    assertThat(AE)
        .allMatch(
            event ->
                event.get("AESER").equals("Y")
                    == List.of("AESDTH", "AESHOSP", "AESLIFE").stream()
                        .anyMatch(criterion -> "Y".equals(event.get(criterion))));
  }

  @Test
  void tellsDeathsAlikeInAllDomains() {
    Set<Object> died = subjectsWhere(DM, "DTHFL", "Y");

    assertThat(died).isNotEmpty();
    assertThat(subjectsWhere(DS, "DSDECOD", "DEATH")).isEqualTo(died);
    assertThat(subjectsWhere(AE, "AEOUT", "FATAL")).isEqualTo(died);
  }

  @Test
  void hasAnEventBehindEachDiscontinuationForOne() {
    assertThat(subjectsWhere(AE, "AEACN", "DRUG WITHDRAWN"))
        .isNotEmpty()
        .isEqualTo(subjectsWhere(DS, "DSDECOD", "ADVERSE EVENT"));
  }

  @Test
  void endsEachSubjectOnce() {
    assertThat(counts(DS, "DSDECOD").get("INFORMED CONSENT OBTAINED")).isEqualTo(300);
    assertThat(subjectsWhere(DS, "DSCAT", "DISPOSITION EVENT")).hasSize(300);
    assertThat(counts(DS, "DSCAT").get("DISPOSITION EVENT")).isEqualTo(300);
  }

  @Test
  void givesScreenFailuresNoDoseAndNoEvent() {
    Set<Object> failures = subjectsWhere(DM, "ARMCD", "SCRNFAIL");

    assertThat(values(EX, "USUBJID")).doesNotContainAnyElementsOf(failures);
    assertThat(values(AE, "USUBJID")).doesNotContainAnyElementsOf(failures);
    assertThat(subjectsWhere(DS, "DSDECOD", "SCREEN FAILURE")).isEqualTo(failures);
  }

  @Test
  void stopsVisitsWhenASubjectLeaves() {
    Map<Object, Map<String, Object>> subjects = bySubject(DM);
    for (Map<String, Object> sign : VS) {
      String ended = subjects.get(sign.get("USUBJID")).get("RFPENDTC").toString();
      assertThat(sign.get("VSDTC").toString()).isLessThanOrEqualTo(ended);
    }
  }

  @Test
  void givesTabletsFromTheFirstDoseToTheLast() {
    Map<Object, Map<String, Object>> subjects = bySubject(DM);
    Map<Object, LocalDate> reached = new HashMap<>();
    for (Map<String, Object> dosing : EX) {
      LocalDate begins = (LocalDate) dosing.get("EXSTDTC");
      LocalDate ends = (LocalDate) dosing.get("EXENDTC");
      LocalDate before = reached.put(dosing.get("USUBJID"), ends);
      Object firstDose = subjects.get(dosing.get("USUBJID")).get("RFSTDTC");
      assertThat(begins).isEqualTo(before == null ? firstDose : before.plusDays(1));
      assertThat(ends).isAfterOrEqualTo(begins);
    }
    reached.forEach(
        (subject, ends) -> assertThat(ends).isEqualTo(subjects.get(subject).get("RFENDTC")));
  }

  @Test
  void marksLaboratoryResultsByTheirReferenceRange() {
    for (Map<String, Object> result : LB) {
      if (result.get("LBSTAT") != null) {
        assertThat(result).containsEntry("LBORRES", null).containsEntry("LBNRIND", null);
        continue;
      }
      double value = number(result, "LBSTRESN");
      String expected =
          value < number(result, "LBSTNRLO")
              ? "LOW"
              : value > number(result, "LBSTNRHI") ? "HIGH" : "NORMAL";
      assertThat(result.get("LBNRIND")).isEqualTo(expected);
    }
    assertThat(values(LB, "LBNRIND")).contains("LOW", "NORMAL", "HIGH");
    assertThat(values(LB, "LBTESTCD"))
        .contains("ALT", "AST", "BILI", "CREAT", "HGB", "WBC", "PLAT");
  }

  @Test
  void lowersBloodPressureWithTheDose() {
    assertThat(meanSystolic("HIGH")).isLessThan(meanSystolic("LOW") - 2);
    assertThat(meanSystolic("LOW")).isLessThan(meanSystolic("PBO") - 2);
    assertThat(values(VS, "VSTESTCD"))
        .containsExactlyInAnyOrder("SYSBP", "DIABP", "PULSE", "TEMP", "WEIGHT", "HEIGHT");
  }

  private static double meanSystolic(String arm) {
    Set<Object> treated = subjectsWhere(DM, "ARMCD", arm);
    return VS.stream()
        .filter(sign -> sign.get("VSTESTCD").equals("SYSBP"))
        .filter(sign -> sign.get("VISIT").equals("WEEK 12"))
        .filter(sign -> treated.contains(sign.get("USUBJID")))
        .mapToDouble(sign -> number(sign, "VSSTRESN"))
        .average()
        .orElseThrow();
  }

  private static void assertFits(Variable variable, Object value) {
    if (value == null) {
      return;
    }
    if (variable.isNumber()) {
      assertThat(value).as(variable.name()).isInstanceOf(Number.class);
    } else {
      assertThat(value).as(variable.name()).isNotInstanceOf(Number.class);
      assertThat(value.toString())
          .as(variable.name())
          .hasSizeBetween(1, variable.length())
          .isPrintable();
    }
  }

  private static double number(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).doubleValue();
  }

  private static Set<Object> values(List<Map<String, Object>> rows, String name) {
    Set<Object> values = new HashSet<>();
    rows.forEach(row -> values.add(row.get(name)));
    values.remove(null);
    return values;
  }

  private static Map<String, Long> counts(List<Map<String, Object>> rows, String name) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> (String) row.get(name), Collectors.counting()));
  }

  private static Map<Object, Map<String, Object>> bySubject(List<Map<String, Object>> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.get("USUBJID"), row -> row));
  }

  private static Set<Object> subjectsWhere(
      List<Map<String, Object>> rows, String name, String value) {
    return rows.stream()
        .filter(row -> value.equals(row.get(name)))
        .map(row -> row.get("USUBJID"))
        .collect(Collectors.toSet());
  }
}
