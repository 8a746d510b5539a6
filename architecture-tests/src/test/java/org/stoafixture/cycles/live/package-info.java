@Room(
    name = "live",
    uses = {"audit"})
package org.stoafixture.cycles.live;

import org.stoa.shared.Room;
