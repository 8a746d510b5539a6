package org.stoa.work.domain;

import java.time.LocalDateTime;
import java.util.Optional;

/** The local times that a rule names, to the second, knowing nothing of zones. */
@FunctionalInterface
public interface LocalTimes {

  /** The first of them that is not before the given one; nothing when there is no more. */
  Optional<LocalDateTime> from(LocalDateTime earliest);
}
