@Room(name = "post")
package org.stoafixture.idle.mail;

import org.stoa.shared.Room;
