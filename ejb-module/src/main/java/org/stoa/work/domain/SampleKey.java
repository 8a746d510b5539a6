package org.stoa.work.domain;

import java.util.Comparator;
import java.util.UUID;

/** What a sample is about: the jobs of a kind on a queue of an organisation. */
public record SampleKey(UUID organisation, String queue, String kind) {

  /** By organisation, queue, kind: nodes that write together lock rows in the same order. */
  public static final Comparator<SampleKey> ORDER =
      Comparator.comparing(SampleKey::organisation)
          .thenComparing(SampleKey::queue)
          .thenComparing(SampleKey::kind);
}
