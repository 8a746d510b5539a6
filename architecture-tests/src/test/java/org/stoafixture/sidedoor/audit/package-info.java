@Room(name = "audit")
package org.stoafixture.sidedoor.audit;

import org.stoa.shared.Room;
