@Room(
    name = "files",
    uses = {"audit", "study"})
package org.stoafixture.idle.files;

import org.stoa.shared.Room;
