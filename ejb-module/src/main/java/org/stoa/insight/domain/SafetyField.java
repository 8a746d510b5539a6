package org.stoa.insight.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.stoa.data.ColumnType;

/**
 * What the safety overview needs to know, and the names under which it looks for it: first those of
 * SDTM, then those of ADaM and of common exports.
 */
public enum SafetyField {
  /** Who a subject is. */
  SUBJECT("DM", "subject", "USUBJID", "SUBJID", "SUBJECT", "SUBJECT_ID", "PATIENT_ID"),
  /** Where a subject takes part. */
  SITE("DM", "site", "SITEID", "SITE", "SITE_ID", "CENTER", "CENTRE"),
  /** The treatment group of a subject. */
  ARM("DM", "arm", "ARM", "ACTARM", "TRT01P", "TRT01A", "ARMCD", "TREATMENT"),
  /** The day of the first dose; without it a subject was not treated. */
  TREATMENT_START("DM", "treatment start", "RFXSTDTC", "RFSTDTC", "TRTSDT", "TRTSDTM"),
  /** The day on which a subject joined. */
  ENROLMENT("DM", "enrolment date", "RFICDTC", "RFSTDTC", "ENRLDT", "RANDDT"),
  /** Who had the event. */
  EVENT_SUBJECT("AE", "subject", "USUBJID", "SUBJID", "SUBJECT", "SUBJECT_ID", "PATIENT_ID"),
  /** What the event was. */
  TERM("AE", "term", "AEDECOD", "AEPT", "AETERM"),
  /** The system organ class of the event. */
  ORGAN_CLASS("AE", "system organ class", "AEBODSYS", "AESOC", "SOC"),
  /** How severe the event was. */
  SEVERITY("AE", "severity", "AESEV", "AETOXGR", "SEVERITY"),
  /** Whether the event was serious. */
  SERIOUS("AE", "seriousness", "AESER", "SERIOUS");

  private static final Set<ColumnType> DAYS =
      EnumSet.of(ColumnType.TEXT, ColumnType.DATE, ColumnType.DATETIME);
  private static final Set<ColumnType> FLAGS =
      EnumSet.of(ColumnType.TEXT, ColumnType.BOOLEAN, ColumnType.INTEGER, ColumnType.DECIMAL);

  private final String dataset;
  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  SafetyField(String dataset, String text, String... names) {
    this.dataset = dataset;
    this.text = text;
    this.names = List.of(names);
  }

  /** The name of the dataset in which it is looked for. */
  public String dataset() {
    return dataset;
  }

  /** What it is called in sentences. */
  public String text() {
    return text;
  }

  /** The names of columns, the best first. */
  public List<String> names() {
    return names;
  }

  /** Whether a column of the type can tell it. */
  public boolean accepts(ColumnType type) {
    return switch (this) {
      case ENROLMENT -> DAYS.contains(type);
      case SERIOUS -> FLAGS.contains(type);
      default -> true;
    };
  }
}
