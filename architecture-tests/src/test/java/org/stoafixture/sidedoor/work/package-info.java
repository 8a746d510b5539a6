@Room(
    name = "work",
    uses = {"audit"})
package org.stoafixture.sidedoor.work;

import org.stoa.shared.Room;
