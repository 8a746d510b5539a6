/**
 * The audit trail: who did what when, for which organisation, with the old and the new value. Every
 * room that changes something says so here, in the transaction of the change, so that there is
 * never a change without its entry nor an entry without its change. The database refuses to alter,
 * delete or truncate entries.
 */
@Room(name = "audit")
package org.stoa.audit;

import org.stoa.shared.Room;
