@Room(name = "work")
package org.stoafixture.split.work;

import org.stoa.shared.Room;
