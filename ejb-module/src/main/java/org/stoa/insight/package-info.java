/**
 * Dashboards: pages of widgets whose numbers are computed from datasets when they are asked for,
 * never before and never by guess. A template looks for the columns it needs and maps itself to
 * what it finds; a widget whose columns are missing says so in a sentence instead of showing a
 * number.
 */
@Room(
    name = "insight",
    uses = {"data", "work"})
package org.stoa.insight;

import org.stoa.shared.Room;
