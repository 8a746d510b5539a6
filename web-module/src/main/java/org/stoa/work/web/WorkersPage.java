package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.work.WorkerView;
import org.stoa.work.Workers;

/** The servers that work. Its script keeps the page up to date. */
@Named("workersPage")
@RequestScoped
public class WorkersPage {

  @Inject private Workers workers;

  private List<WorkerView> all;

  @PostConstruct
  void read() {
    all = workers.list();
  }

  /** The servers with a lease, and those that lost theirs lately. */
  public List<WorkerView> getAll() {
    return all;
  }
}
