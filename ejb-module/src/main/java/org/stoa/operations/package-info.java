/**
 * Running Stoa: whether it and what it needs are well. Later also metrics, alerts, backups and the
 * settings in one place.
 */
@Room(
    name = "operations",
    uses = {"identity"})
package org.stoa.operations;

import org.stoa.shared.Room;
