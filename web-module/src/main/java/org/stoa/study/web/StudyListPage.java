package org.stoa.study.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.shared.CallContext;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.study.Studies;
import org.stoa.study.StudyPermissions;
import org.stoa.study.StudyView;

/** The studies of the organisation, a page at a time. */
@Named("studyList")
@RequestScoped
public class StudyListPage {

  @Inject private Studies studies;
  @Inject private PageParameters parameters;

  private Page<StudyView> page;

  @PostConstruct
  void read() {
    page = studies.list(new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after")));
  }

  /** The studies of this page, the newest first. */
  public List<StudyView> getStudies() {
    return page.items();
  }

  /** The cursor of the next page, or null. */
  public String getNext() {
    return page.next().orElse(null);
  }

  /** Whether this is not the first page. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }

  /** Whether the person may create a study. */
  public boolean isCreating() {
    return CallContext.requiredActor().may(StudyPermissions.CREATE);
  }
}
