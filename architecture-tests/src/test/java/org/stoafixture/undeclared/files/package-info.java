@Room(name = "files")
package org.stoafixture.undeclared.files;

import org.stoa.shared.Room;
