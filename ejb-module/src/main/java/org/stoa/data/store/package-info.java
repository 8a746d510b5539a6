/** The rows about datasets and versions, and the room's settings. The versions lie on disk. */
package org.stoa.data.store;
