@Room(
    name = "audit",
    uses = {"live"})
package org.stoafixture.cycles.audit;

import org.stoa.shared.Room;
