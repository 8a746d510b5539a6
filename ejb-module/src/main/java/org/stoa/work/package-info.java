/**
 * Durable background jobs. A room submits a job inside its own transaction: the job exists if and
 * only if that transaction commits. After the commit a node claims it under a lease, runs its
 * handler, and moves it to the archive; a handler's {@code complete} shares the transaction of that
 * move, so its effects commit exactly once. A node that dies loses its lease, and another attempt
 * follows; what the dead attempt still tries to commit is fenced off. Schedules tell when something
 * runs, in the zone of a person and over clocks that are put forward or back.
 */
@Room(
    name = "work",
    uses = {"audit", "live"})
package org.stoa.work;

import org.stoa.shared.Room;
