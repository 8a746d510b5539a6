package org.stoa.live;

import java.util.Optional;

/**
 * Says who may listen to which topics. A room that publishes has a bean of this type; a topic that
 * no rule knows can be heard by nobody. Topics are always those of the listener's organisation.
 */
@FunctionalInterface
public interface TopicRule {

  /** The permission that listening to the topic needs; empty for topics of other rooms. */
  Optional<String> permissionFor(String topic);
}
