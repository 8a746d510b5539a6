@Room(name = "work")
package org.stoafixture.mixed.work;

import org.stoa.shared.Room;
