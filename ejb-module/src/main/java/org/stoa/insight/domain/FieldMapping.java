package org.stoa.insight.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoa.data.ColumnView;
import org.stoa.insight.MappedField;

/** Which columns were found for what a template needs. */
public final class FieldMapping {

  private final Map<String, List<ColumnView>> datasets;
  private final Map<SafetyField, ColumnView> found = new EnumMap<>(SafetyField.class);

  private FieldMapping(Map<String, List<ColumnView>> datasets) {
    this.datasets = datasets;
  }

  /**
   * Looks for all fields.
   *
   * @param datasets the columns of the active versions, by the name of the dataset
   */
  public static FieldMapping of(Map<String, List<ColumnView>> datasets) {
    FieldMapping mapping = new FieldMapping(Map.copyOf(datasets));
    for (SafetyField field : SafetyField.values()) {
      mapping.search(field).ifPresent(column -> mapping.found.put(field, column));
    }
    mapping.joinByTheSameColumn();
    return mapping;
  }

  /** The column that tells the field. */
  public Optional<ColumnView> column(SafetyField field) {
    return Optional.ofNullable(found.get(field));
  }

  /** The name of the column that tells the field, which was found. */
  public String name(SafetyField field) {
    return found.get(field).name();
  }

  /** Whether there is a dataset of this name. */
  public boolean has(String dataset) {
    return datasets.containsKey(dataset);
  }

  /** Why a widget that needs these fields cannot show anything; empty when it can. */
  public Optional<String> missing(List<String> neededDatasets, List<SafetyField> neededFields) {
    Optional<String> dataset = neededDatasets.stream().filter(name -> !has(name)).findFirst();
    if (dataset.isPresent()) {
      return Optional.of("There is no dataset " + dataset.get() + ". Load one to see this.");
    }
    return neededFields.stream()
        .filter(field -> !found.containsKey(field))
        .findFirst()
        .map(this::notFound);
  }

  /** What was found and what was not, for people. */
  public List<MappedField> fields() {
    return Arrays.stream(SafetyField.values()).map(this::told).toList();
  }

  /**
   * The best name whose column has values; a column without any tells nothing while another does.
   */
  private Optional<ColumnView> search(SafetyField field) {
    List<ColumnView> fitting =
        field.names().stream()
            .flatMap(name -> column(field.dataset(), name).stream())
            .filter(column -> field.accepts(column.type()))
            .toList();
    return fitting.stream()
        .filter(FieldMapping::hasValues)
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private static boolean hasValues(ColumnView column) {
    return column.profile().distinct() > 0;
  }

  private Optional<ColumnView> column(String dataset, String name) {
    return datasets.getOrDefault(dataset, List.of()).stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** A subject must be the same thing on both sides, else arms would be given to the wrong ones. */
  private void joinByTheSameColumn() {
    for (String name : SafetyField.SUBJECT.names()) {
      Optional<ColumnView> subject = column(SafetyField.SUBJECT.dataset(), name);
      Optional<ColumnView> same = column(SafetyField.EVENT_SUBJECT.dataset(), name);
      if (subject.isPresent() && same.isPresent() && subject.get().type() == same.get().type()) {
        found.put(SafetyField.SUBJECT, subject.get());
        found.put(SafetyField.EVENT_SUBJECT, same.get());
        return;
      }
    }
  }

  /** Whether the subjects of both datasets are told by the same column. */
  public boolean sharesSubjects() {
    return column(SafetyField.SUBJECT)
        .flatMap(
            subject ->
                column(SafetyField.EVENT_SUBJECT)
                    .filter(other -> other.name().equalsIgnoreCase(subject.name()))
                    .filter(other -> other.type() == subject.type()))
        .isPresent();
  }

  private MappedField told(SafetyField field) {
    if (!has(field.dataset())) {
      return new MappedField(
          field.text(), field.dataset(), null, "There is no dataset " + field.dataset() + ".");
    }
    return column(field)
        .map(column -> new MappedField(field.text(), field.dataset(), column.name(), why(field)))
        .orElseGet(() -> new MappedField(field.text(), field.dataset(), null, notFound(field)));
  }

  private String why(SafetyField field) {
    String name = name(field).toUpperCase(Locale.ROOT);
    int place = field.names().indexOf(name);
    if (place == 0) {
      return name + " is the SDTM name of the " + field.text() + ".";
    }
    String passedOver =
        field.names().subList(0, place).stream()
            .map(better -> whyNot(field, better))
            .collect(Collectors.joining(", "));
    return name + " is the first name of the " + field.text() + " that fits: " + passedOver + ".";
  }

  private String whyNot(SafetyField field, String name) {
    return column(field.dataset(), name)
        .map(
            column ->
                field.accepts(column.type())
                    ? name + " has no values"
                    : name + " is of the type " + typeOf(column))
        .orElse("there is no " + name);
  }

  private static String typeOf(ColumnView column) {
    return column.type().name().toLowerCase(Locale.ROOT);
  }

  private String notFound(SafetyField field) {
    Optional<ColumnView> unfit =
        field.names().stream().flatMap(name -> column(field.dataset(), name).stream()).findFirst();
    if (unfit.isPresent()) {
      return "%s in %s cannot tell the %s: its values are of the type %s."
          .formatted(unfit.get().name(), field.dataset(), field.text(), typeOf(unfit.get()));
    }
    String names = field.names().stream().collect(Collectors.joining(", "));
    return "%s has no column for the %s. Looked for %s."
        .formatted(field.dataset(), field.text(), names);
  }
}
