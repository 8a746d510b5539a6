package org.stoa.live.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/**
 * How long events can be caught up with.
 *
 * <ul>
 *   <li>{@code STOA_LIVE_LENGTH}: about how many events each topic keeps
 *   <li>{@code STOA_LIVE_SECONDS}: how long a topic is kept after its last event
 * </ul>
 */
@Singleton
public class LiveSettings implements RoomSettings {

  private final long length;
  private final Duration kept;

  /** Reads and checks. */
  @Inject
  public LiveSettings(Settings settings) {
    this(
        settings.number("stoa.live.length", 1_000, 10, 1_000_000),
        Duration.ofSeconds(settings.number("stoa.live.seconds", 3_600, 60, 604_800)));
  }

  LiveSettings(long length, Duration kept) {
    this.length = length;
    this.kept = kept;
  }

  long length() {
    return length;
  }

  Duration kept() {
    return kept;
  }
}
