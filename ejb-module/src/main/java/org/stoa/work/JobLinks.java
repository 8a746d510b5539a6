package org.stoa.work;

import java.util.List;

/**
 * The jobs with which a job is linked.
 *
 * @param before those that had or have to end before it begins, by id, 100 at most
 * @param after those that wait or waited for it, by id, 100 at most
 */
public record JobLinks(List<JobLink> before, List<JobLink> after) {

  public JobLinks {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
