package org.stoa.data.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.data.DatasetView;
import org.stoa.data.Datasets;
import org.stoa.shared.web.PageParameters;

/** The datasets of the study that the address names. */
@Named
@RequestScoped
public class DatasetList {

  @Inject private Datasets datasets;
  @Inject private PageParameters parameters;

  private List<DatasetView> all;

  @PostConstruct
  void read() {
    all = datasets.list(parameters.id("study"));
  }

  /** All of them, by name. */
  public List<DatasetView> getAll() {
    return all;
  }
}
