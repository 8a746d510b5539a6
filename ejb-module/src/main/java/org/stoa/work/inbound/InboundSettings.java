package org.stoa.work.inbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/**
 * How messages of other systems are taken.
 *
 * <ul>
 *   <li>{@code STOA_WORK_INBOUND_MAX_BYTES}: the largest message, in bytes of UTF-8
 *   <li>{@code STOA_WORK_INBOUND_DAYS}: how long a message is remembered, and with it its key
 * </ul>
 */
@Singleton
public class InboundSettings implements RoomSettings {

  private static final int MEBIBYTE = 1024 * 1024;

  private final int mostBytes;
  private final Duration kept;

  /** Reads and checks. */
  @Inject
  public InboundSettings(Settings settings) {
    mostBytes =
        Math.toIntExact(
            settings.number("stoa.work.inbound.max.bytes", MEBIBYTE, 1024, 8L * MEBIBYTE));
    kept = Duration.ofDays(settings.number("stoa.work.inbound.days", 30, 1, 3_650));
  }

  /** The largest message that is taken, in bytes. */
  public int mostBytes() {
    return mostBytes;
  }

  /** How long messages and their keys are remembered. */
  public Duration kept() {
    return kept;
  }
}
