package org.stoa.insight.domain;

import static org.stoa.insight.domain.SafetyField.ARM;
import static org.stoa.insight.domain.SafetyField.ENROLMENT;
import static org.stoa.insight.domain.SafetyField.EVENT_SUBJECT;
import static org.stoa.insight.domain.SafetyField.ORGAN_CLASS;
import static org.stoa.insight.domain.SafetyField.SERIOUS;
import static org.stoa.insight.domain.SafetyField.SEVERITY;
import static org.stoa.insight.domain.SafetyField.SITE;
import static org.stoa.insight.domain.SafetyField.SUBJECT;
import static org.stoa.insight.domain.SafetyField.TERM;
import static org.stoa.insight.domain.SafetyField.TREATMENT_START;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoa.data.ColumnView;
import org.stoa.data.Lookup;
import org.stoa.data.Measure;
import org.stoa.data.Query;
import org.stoa.data.Sort;

/** The template "Safety overview": who takes part, and what adverse events they have. */
public final class SafetyOverview {

  /** The name by which dashboards of this template are known. */
  public static final String TEMPLATE = "safety-overview";

  /** The datasets that it looks at. */
  public static final List<String> DATASETS = List.of("DM", "AE");

  private static final String DM = "DM";
  private static final String AE = "AE";
  private static final String EVENTS = "events";
  private static final String SUBJECTS = "subjects";
  private static final String SITES = "sites";
  private static final int MOST_CLASSES = 50;
  private static final int MOST_TERMS = 25;

  private final FieldMapping mapping;
  private final List<WidgetDefinition> widgets = new ArrayList<>();

  private SafetyOverview(FieldMapping mapping) {
    this.mapping = mapping;
  }

  /** The dashboard over the columns that were found. */
  public static DashboardDefinition over(FieldMapping mapping) {
    SafetyOverview overview = new SafetyOverview(mapping);
    overview.figures();
    overview.charts();
    overview.terms();
    return new DashboardDefinition(
        "Safety overview",
        "Who takes part, and which adverse events they have.",
        overview.widgets,
        mapping.fields());
  }

  private void figures() {
    add(
        widget("subjects", WidgetType.KPI, "Subjects", 3)
            .told("Different subjects in DM, with those who were never treated.")
            .asks(DM, List.of(SUBJECT), () -> distinct(SUBJECT, SUBJECTS)));
    add(
        widget("sites", WidgetType.KPI, "Sites", 3)
            .told("Different sites of the subjects in DM.")
            .asks(DM, List.of(SITE), () -> distinct(SITE, SITES)));
    add(
        widget("adverse-events", WidgetType.KPI, "Adverse events", 3)
            .told("Rows in AE.")
            .asks(AE, List.of(), () -> figure(Measure.count(EVENTS), null)));
    add(
        widget("serious-adverse-events", WidgetType.KPI, "Serious adverse events", 3)
            .told("Rows in AE that are marked as serious.")
            .asks(AE, List.of(SERIOUS), () -> figure(Measure.count(EVENTS), serious())));
  }

  private void charts() {
    add(
        widget("events-by-severity-and-arm", WidgetType.BAR, "Events by severity and arm", 6)
            .told("Adverse events by severity, and by the arm of their subject in DM.")
            .asks(AE, List.of(SEVERITY, EVENT_SUBJECT, SUBJECT, ARM), this::bySeverityAndArm)
            .unless(
                mapping.has(DM) && mapping.has(AE) && !mapping.sharesSubjects(),
                "AE and DM have no column in common that tells the subject."));
    add(
        widget("enrolment-over-time", WidgetType.LINE, "Enrolment over time", 6)
            .told("Subjects who had joined by the end of each month.")
            .asks(DM, List.of(SUBJECT, ENROLMENT), this::byDay)
            .shaped(Shape.CUMULATIVE_BY_MONTH));
    add(
        widget("events-by-organ-class", WidgetType.BAR, "Events by system organ class", 12)
            .told("Adverse events by system organ class, the most frequent first.")
            .asks(AE, List.of(ORGAN_CLASS, EVENT_SUBJECT), this::byOrganClass));
  }

  private void terms() {
    boolean treated = mapping.column(TREATMENT_START).isPresent();
    String base = treated ? "subjects with a treatment start in DM" : "subjects in DM";
    add(
        widget("most-frequent-terms", WidgetType.TABLE, "Most frequent terms", 12)
            .told("The terms that the most subjects have; percentages are of the " + base + ".")
            .asks(AE, List.of(TERM, EVENT_SUBJECT), this::byTerm)
            .shaped(Shape.SHARE)
            .of(base().orElse(null)));
  }

  private void add(WidgetBuilder widget) {
    widgets.add(widget.build());
  }

  private WidgetBuilder widget(String id, WidgetType type, String title, int width) {
    return new WidgetBuilder(mapping, id, type, title, widgets.size() + 1, width);
  }

  private Query distinct(SafetyField field, String as) {
    return figure(Measure.distinct(mapping.name(field), as), null);
  }

  private static Query figure(Measure measure, String filter) {
    return new Query(List.of(), List.of(measure), filter, List.of(), 1);
  }

  /** The condition by which an event is serious; flags are Y in SDTM, but 1 or true elsewhere. */
  private String serious() {
    ColumnView column = mapping.column(SERIOUS).orElseThrow();
    String name = Filters.name(column.name());
    return switch (column.type()) {
      case BOOLEAN -> name + " = TRUE";
      case INTEGER, DECIMAL -> name + " = 1";
      default -> "UPPER(" + name + ") IN ('Y', 'YES')";
    };
  }

  private Query bySeverityAndArm() {
    String subject = mapping.name(EVENT_SUBJECT);
    Lookup arm = new Lookup(DM, null, subject, List.of(mapping.name(ARM)));
    return new Query(
            List.of(mapping.name(SEVERITY), arm.columnName(mapping.name(ARM))),
            List.of(Measure.count(EVENTS), Measure.distinct(subject, SUBJECTS)),
            null,
            List.of(),
            null)
        .withLookups(List.of(arm));
  }

  private Query byDay() {
    return new Query(
        List.of(mapping.name(ENROLMENT)),
        List.of(Measure.distinct(mapping.name(SUBJECT), SUBJECTS)),
        null,
        List.of(),
        Query.MAX_LIMIT);
  }

  private Query byOrganClass() {
    return new Query(
        List.of(mapping.name(ORGAN_CLASS)),
        List.of(Measure.count(EVENTS), Measure.distinct(mapping.name(EVENT_SUBJECT), SUBJECTS)),
        null,
        List.of(new Sort(EVENTS, true)),
        MOST_CLASSES);
  }

  private Query byTerm() {
    return new Query(
        List.of(mapping.name(TERM)),
        List.of(Measure.distinct(mapping.name(EVENT_SUBJECT), SUBJECTS), Measure.count(EVENTS)),
        null,
        List.of(new Sort(SUBJECTS, true), new Sort(EVENTS, true)),
        MOST_TERMS);
  }

  private Optional<Base> base() {
    Supplier<String> treated =
        () ->
            mapping
                .column(TREATMENT_START)
                .map(column -> Filters.name(column.name()) + " IS NOT NULL")
                .orElse(null);
    return mapping
        .column(SUBJECT)
        .map(
            subject ->
                new Base(DM, figure(Measure.distinct(subject.name(), SUBJECTS), treated.get())));
  }
}
