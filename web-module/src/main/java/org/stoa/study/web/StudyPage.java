package org.stoa.study.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stoa.shared.CallContext;
import org.stoa.shared.web.PageParameters;
import org.stoa.study.Studies;
import org.stoa.study.StudyPermissions;
import org.stoa.study.StudyView;

/** The study that the address names, for its own page and for those below it. */
@Named("studyPage")
@RequestScoped
public class StudyPage {

  @Inject private Studies studies;
  @Inject private PageParameters parameters;

  private StudyView study;

  @PostConstruct
  void read() {
    study = studies.find(parameters.id("study"));
  }

  /** The study. */
  public StudyView getStudy() {
    return study;
  }

  /** The address of its page. */
  public String getAddress() {
    return "/studies/" + study.id();
  }

  /** Whether the person may load files into it. */
  public boolean isUploading() {
    return CallContext.requiredActor().may(StudyPermissions.UPLOAD);
  }
}
