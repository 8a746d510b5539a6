package org.stoa.work.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stoa.work.ControlScope;

/**
 * All that people decided about queues, kinds and organisations.
 *
 * @param queues by the name of the queue
 * @param kinds by the name of the kind
 * @param weights by organisation; the others weigh 1
 * @param shares of each node's workers, by the name of the queue; the others have {@link
 *     QueueShare#USUAL}
 */
public record Controls(
    Map<String, Control> queues,
    Map<String, Control> kinds,
    Map<UUID, Integer> weights,
    Map<String, QueueShare> shares) {

  /** Nothing was decided. */
  public static final Controls NONE = new Controls(Map.of(), Map.of(), Map.of(), Map.of());

  /** From what was read. */
  public static Controls of(List<Control> controls, Map<UUID, Integer> weights) {
    Map<ControlScope, Map<String, Control>> byScope =
        controls.stream()
            .collect(
                Collectors.groupingBy(
                    Control::scope, Collectors.toMap(Control::name, Function.identity())));
    Map<String, Control> queues = byScope.getOrDefault(ControlScope.QUEUE, Map.of());
    return new Controls(
        queues,
        byScope.getOrDefault(ControlScope.KIND, Map.of()),
        Map.copyOf(weights),
        shares(queues));
  }

  private static Map<String, QueueShare> shares(Map<String, Control> queues) {
    return queues.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, queue -> QueueShare.of(queue.getValue().limits())));
  }

  /** What was decided about a queue. */
  public Control queue(String name) {
    return queues.getOrDefault(name, Control.none(ControlScope.QUEUE, name));
  }

  /** What was decided about a kind. */
  public Control kind(String name) {
    return kinds.getOrDefault(name, Control.none(ControlScope.KIND, name));
  }

  /** How much an organisation may have beside the others. */
  public int weight(UUID organisation) {
    return weights.getOrDefault(organisation, 1);
  }
}
