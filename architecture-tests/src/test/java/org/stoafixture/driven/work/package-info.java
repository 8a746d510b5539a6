@Room(name = "work")
package org.stoafixture.driven.work;

import org.stoa.shared.Room;
