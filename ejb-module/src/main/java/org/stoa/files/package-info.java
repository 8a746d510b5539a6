/**
 * Stored bytes: what people upload is streamed to disk, checked, and kept under an id. The name
 * that came with it is only a label. Files are never changed; archives are unpacked with limits, so
 * that none of them can write elsewhere or fill the disk.
 */
@Room(
    name = "files",
    uses = {"audit"})
package org.stoa.files;

import org.stoa.shared.Room;
