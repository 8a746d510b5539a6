package org.stoa.work.engine;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.UnknownKindProblem;

/** Finds the handlers among the beans of the application, one per kind. */
@ApplicationScoped
public class HandlerRegistry {

  @Inject @Any private Instance<JobHandler<?, ?>> beans;

  private final Map<String, KindOfJob> kinds = new TreeMap<>();

  @PostConstruct
  void find() {
    for (Instance.Handle<JobHandler<?, ?>> bean : beans.handles()) {
      add(bean.getBean().getBeanClass(), bean.get());
    }
  }

  /**
   * Adds a handler.
   *
   * @param type its class, which a proxy does not show
   * @throws IllegalStateException when the class is not annotated, contradicts itself, or its kind
   *     is taken
   */
  void add(Class<?> type, JobHandler<?, ?> handler) {
    Handles policy = type.getAnnotation(Handles.class);
    if (policy == null) {
      throw new IllegalStateException(type.getName() + " does not say with @Handles what it does.");
    }
    if (policy.payloadMayChange() && policy.openTo().isEmpty()) {
      throw new IllegalStateException(
          type.getName() + " lets payloads change, and does not say with openTo by whom.");
    }
    Type payload = PayloadTypes.of(type);
    PayloadRecords.requireReadable(payload);
    @SuppressWarnings("unchecked")
    JobHandler<Object, Object> generic = (JobHandler<Object, Object>) handler;
    KindOfJob before =
        kinds.putIfAbsent(
            policy.kind(),
            new KindOfJob(policy, payload, PayloadRules.of(payload), generic, completes(type)));
    if (before != null) {
      throw new IllegalStateException(
          "Two handlers do jobs of the kind " + policy.kind() + ": one is " + type.getName());
    }
  }

  private static boolean completes(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("complete") && method.getParameterCount() == 3)
        .anyMatch(method -> method.getDeclaringClass() != JobHandler.class);
  }

  /** The kinds of jobs that this node can do. */
  public Collection<String> kinds() {
    return Collections.unmodifiableSet(kinds.keySet());
  }

  /**
   * What is known about a kind.
   *
   * @throws UnknownKindProblem when there is no handler for it
   */
  KindOfJob kind(String name) {
    KindOfJob kind = kinds.get(name);
    if (kind == null) {
      throw new UnknownKindProblem(name, kinds.keySet());
    }
    return kind;
  }
}
