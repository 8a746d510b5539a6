@Room(name = "study")
package org.stoafixture.ownclock.study;

import org.stoa.shared.Room;
