@Room(name = "study")
package org.stoafixture.leaky.study;

import org.stoa.shared.Room;
