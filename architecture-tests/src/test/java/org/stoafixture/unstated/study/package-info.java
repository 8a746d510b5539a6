@Room(name = "study")
package org.stoafixture.unstated.study;

import org.stoa.shared.Room;
