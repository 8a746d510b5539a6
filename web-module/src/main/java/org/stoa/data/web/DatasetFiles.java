package org.stoa.data.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.data.ExportFormat;
import org.stoa.data.Exports;
import org.stoa.data.Loss;
import org.stoa.shared.web.PageParameters;

/** In which formats the version that is shown can be taken away, and what one does not keep. */
@Named
@RequestScoped
public class DatasetFiles {

  @Inject private Exports exports;
  @Inject private DatasetPage page;
  @Inject private PageParameters parameters;

  private ExportFormat chosen;
  private List<Loss> losses = List.of();

  @PostConstruct
  void read() {
    chosen = parameters.text("format").flatMap(ExportFormat::of).orElse(null);
    if (chosen != null) {
      losses = exports.losses(page.getDataset().id(), page.getVersion().number(), chosen);
    }
  }

  /** All formats. */
  public List<ExportFormat> getFormats() {
    return List.of(ExportFormat.values());
  }

  /** The format whose losses are shown; null when none was asked for. */
  public ExportFormat getChosen() {
    return chosen;
  }

  /** What the chosen format does not keep. */
  public List<Loss> getLosses() {
    return losses;
  }

  /** Where the API gives the version in a format. */
  public String address(ExportFormat format) {
    return page.getFiles() + "/files/" + format.word();
  }
}
