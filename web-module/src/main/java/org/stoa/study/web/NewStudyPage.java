package org.stoa.study.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.stoa.shared.CallContext;
import org.stoa.shared.Problem;
import org.stoa.shared.web.FormProblems;
import org.stoa.study.CreateStudy;
import org.stoa.study.Studies;
import org.stoa.study.StudyPermissions;
import org.stoa.study.StudyView;

/** Creates a study and goes to its page. */
@Named("newStudy")
@RequestScoped
public class NewStudyPage {

  @Inject private Studies studies;

  private String code;
  private String title;

  /** Shows nobody a form whose sending would be refused. */
  @PostConstruct
  void check() {
    CallContext.requiredActor().require(StudyPermissions.CREATE);
  }

  /** Creates the study; a refusal is told on the form. */
  public void create() throws IOException {
    try {
      StudyView created = studies.create(new CreateStudy(code, title));
      FacesContext.getCurrentInstance().getExternalContext().redirect("/studies/" + created.id());
    } catch (Problem refused) {
      FormProblems.show(refused);
    }
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }
}
