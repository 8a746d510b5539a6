package org.stoa.study.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    PageRequest wanted = new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after"));
    page = studies.list(getText(), wanted);
  }

  /** What code or title must have, or null. */
  public String getText() {
    return parameters.text("text").orElse(null);
  }

  /** The query of the next page. */
  public String getNextQuery() {
    String after = "?after=" + getNext();
    return getText() == null
        ? after
        : after + "&text=" + URLEncoder.encode(getText(), StandardCharsets.UTF_8);
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
