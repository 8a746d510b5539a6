package org.stoa.study.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.shared.CallContext;
import org.stoa.shared.PageRequest;
import org.stoa.study.Studies;
import org.stoa.study.StudyPermissions;
import org.stoa.study.StudyView;

/** The newest studies, for the start page. */
@Named
@RequestScoped
public class RecentStudies {

  private static final int SHOWN = 8;

  @Inject private Studies studies;

  private List<StudyView> newest = List.of();

  @PostConstruct
  void read() {
    if (isReading()) {
      newest = studies.list(PageRequest.of(SHOWN, null)).items();
    }
  }

  /** The newest studies, at most eight. */
  public List<StudyView> getNewest() {
    return newest;
  }

  /** Whether the person may see studies. */
  public boolean isReading() {
    return CallContext.requiredActor().may(StudyPermissions.READ);
  }
}
