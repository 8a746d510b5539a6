package org.stoa.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoa.data.ColumnType;
import org.stoa.data.ColumnView;
import org.stoa.data.DatasetView;
import org.stoa.data.Lookup;

/** The datasets that a widget asks, each with the version that is active now. */
final class Sources {

  private final Map<String, DatasetView> datasets;
  private final List<String> names;

  private Sources(Map<String, DatasetView> datasets, List<String> names) {
    this.datasets = datasets;
    this.names = names;
  }

  static Sources of(List<DatasetView> owned, List<String> names) {
    Map<String, DatasetView> wanted = new LinkedHashMap<>();
    for (DatasetView dataset : owned) {
      if (names.contains(dataset.name()) && dataset.activeVersion() != null) {
        wanted.put(dataset.name(), dataset);
      }
    }
    return new Sources(wanted, names);
  }

  /** What is not there, in a sentence. */
  Optional<String> missing() {
    return names.stream()
        .filter(name -> !datasets.containsKey(name))
        .findFirst()
        .map(name -> "There is no dataset " + name + ". Load one to see this.");
  }

  DatasetView get(String name) {
    return datasets.get(name);
  }

  int version(String name) {
    return get(name).activeVersion().number();
  }

  List<WidgetSource> all() {
    return names.stream()
        .map(name -> new WidgetSource(name, get(name).id(), version(name)))
        .toList();
  }

  /** The types of columns of a dataset, or of the dataset that their name begins with. */
  List<ColumnType> types(String dataset, List<String> columns) {
    return columns.stream().map(column -> type(dataset, column)).toList();
  }

  private ColumnType type(String dataset, String column) {
    return Lookup.datasetOf(column)
        .filter(datasets::containsKey)
        .flatMap(other -> get(other).activeVersion().column(Lookup.columnOf(column)))
        .or(() -> get(dataset).activeVersion().column(column))
        .map(ColumnView::type)
        .orElse(ColumnType.TEXT);
  }
}
