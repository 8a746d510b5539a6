package org.stoa.identity.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.identity.People;
import org.stoa.identity.PersonView;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;

/** The people of the organisation, a page at a time. */
@Named("peopleList")
@RequestScoped
public class PeopleListPage {

  @Inject private People people;
  @Inject private PageParameters parameters;

  private Page<PersonView> page;

  @PostConstruct
  void read() {
    page = people.list(new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after")));
  }

  /** The people of this page. */
  public List<PersonView> getPeople() {
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
}
