package org.stoa.work.domain;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import org.stoa.work.DoubledTime;
import org.stoa.work.MissingTime;

/**
 * Clocks as they hang in a zone, and what to do when they are put forward or back.
 *
 * @param zone the zone
 * @param missing what becomes of local times that do not exist
 * @param doubled what becomes of local times that exist twice
 */
public record WallClock(ZoneId zone, MissingTime missing, DoubledTime doubled) {

  ZoneRules rules() {
    return zone.getRules();
  }
}
