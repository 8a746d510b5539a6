package org.stoa.work.engine;

import jakarta.inject.Inject;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stoa.shared.Actor;
import org.stoa.work.JobKind;

/** Tells which kinds of jobs there are, for those who write one by hand. */
public class JobKinds {

  private final HandlerRegistry registry;

  /** With what is known about kinds. */
  @Inject
  public JobKinds(HandlerRegistry registry) {
    this.registry = registry;
  }

  /** The kinds for whose jobs the actor may ask from outside, by name. */
  public List<JobKind> openTo(Actor actor) {
    return registry.kinds().stream()
        .map(registry::kind)
        .filter(kind -> kind.isOpenTo(actor))
        .map(JobKinds::told)
        .toList();
  }

  private static JobKind told(KindOfJob kind) {
    Map<String, String> members = new LinkedHashMap<>();
    if (kind.payload() instanceof Class<?> taken && taken.isRecord()) {
      for (RecordComponent member : taken.getRecordComponents()) {
        members.put(member.getName(), member.getType().getSimpleName());
      }
    }
    return new JobKind(kind.name(), kind.policy().queue(), members);
  }
}
