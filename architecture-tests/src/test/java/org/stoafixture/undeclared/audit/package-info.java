@Room(name = "audit")
package org.stoafixture.undeclared.audit;

import org.stoa.shared.Room;
