package org.stoa.data.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.data.VersionView;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.web.ApiApplication;
import org.stoa.shared.web.PageParameters;

/** The dataset and the version that the address names, and which part of it is shown. */
@Named("datasetPage")
@RequestScoped
public class DatasetPage {

  private static final String ROWS = "rows";
  private static final Set<String> TABS = Set.of(ROWS, "columns", "versions", "files", "source");

  @Inject private Datasets datasets;
  @Inject private PageParameters parameters;

  private DatasetView dataset;
  private VersionView version;

  @PostConstruct
  void read() {
    UUID id = parameters.id("dataset");
    dataset = datasets.find(id);
    if (!dataset.owner().equals(parameters.id("study"))) {
      throw new NotFoundProblem("dataset", id);
    }
    version =
        parameters
            .number("version")
            .map(number -> datasets.version(id, number))
            .orElse(dataset.activeVersion());
  }

  /** The dataset. */
  public DatasetView getDataset() {
    return dataset;
  }

  /** The version that is shown: the active one unless another is named; null before a load. */
  public VersionView getVersion() {
    return version;
  }

  /** Whether an older version than the active one is shown. */
  public boolean isOld() {
    return version != null && version.number() != dataset.activeVersion().number();
  }

  /** Where the API gives the version that is shown; a file is asked for below it. */
  public String getFiles() {
    return files(version);
  }

  /** Where the API gives a version. */
  public String files(VersionView of) {
    return ApiApplication.PATH + "/datasets/" + dataset.id() + "/versions/" + of.number();
  }

  /** All versions, the newest first. */
  public List<VersionView> getVersions() {
    return datasets.versions(dataset.id());
  }

  /**
   * The part that is shown: {@code rows}, {@code columns}, {@code versions}, {@code files} or
   * {@code source}.
   */
  public String getTab() {
    return parameters.text("tab").filter(TABS::contains).orElse(ROWS);
  }

  /** What keeps an old version chosen when another part is shown. */
  public String getVersionQuery() {
    return isOld() ? "&version=" + version.number() : "";
  }
}
