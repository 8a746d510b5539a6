package org.stoa.study.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;
import org.stoa.audit.AuditPermissions;
import org.stoa.audit.AuditQuery;
import org.stoa.audit.AuditTrail;
import org.stoa.audit.AuditView;
import org.stoa.shared.CallContext;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;

/** What happened to the study that the address names, the newest first. */
@Named
@RequestScoped
public class StudyActivity {

  private static final int SHOWN = 10;

  @Inject private AuditTrail trail;
  @Inject private PageParameters parameters;

  private final ResourceBundle text = ResourceBundle.getBundle("org.stoa.study.web.text");
  private List<AuditView> entries = List.of();

  @PostConstruct
  void read() {
    if (isReading()) {
      AuditQuery about = AuditQuery.about("study", parameters.id("study"));
      entries = trail.list(about, PageRequest.of(SHOWN, null)).items();
    }
  }

  /** The newest entries, at most ten. */
  public List<AuditView> getEntries() {
    return entries;
  }

  /** Whether the person may read the trail. */
  public boolean isReading() {
    return CallContext.requiredActor().may(AuditPermissions.READ);
  }

  /** What an action did, in words; the action itself when nobody has given it words. */
  public String words(String action) {
    String key = "action." + action;
    return text.containsKey(key) ? text.getString(key) : action;
  }
}
