package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.InboundMessageView;
import org.stoa.work.InboundMessages;
import org.stoa.work.InboundQuery;
import org.stoa.work.InboundState;

/** What other systems sent, a page at a time, in the state that the address names. */
@Named("inboundList")
@RequestScoped
public class InboundListPage {

  @Inject private InboundMessages messages;
  @Inject private PageParameters parameters;

  private Page<InboundMessageView> page;

  @PostConstruct
  void read() {
    page =
        messages.list(
            new InboundQuery(state()),
            new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after")));
  }

  /** The messages of this page, the newest first. */
  public List<InboundMessageView> getMessages() {
    return page.items();
  }

  /** The state whose messages are shown, or null for all. */
  public InboundState getState() {
    return state().orElse(null);
  }

  /** The states to choose from. */
  public List<InboundState> getStates() {
    return List.of(InboundState.values());
  }

  /** The cursor of the next page, or null. */
  public String getNext() {
    return page.next().orElse(null);
  }

  /** Whether this is not the first page. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }

  private Optional<InboundState> state() {
    try {
      return parameters.text("state").map(InboundState::valueOf);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("state", "must be one of " + List.of(InboundState.values()));
    }
  }
}
