/**
 * The file formats that the room reads and writes: CSV with its relatives, and SAS XPORT. Plain
 * Java without a container. Everything streams in constant memory, and whatever is wrong with a
 * file is told as a problem that names the file and the place.
 */
package org.stoa.data.format;
