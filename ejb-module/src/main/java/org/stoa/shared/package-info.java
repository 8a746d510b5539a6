/**
 * What every room stands on: ids, the clock, the actor and organisation of the current call, the
 * permission check, problems, paging and typed settings.
 */
@Room(name = "shared")
package org.stoa.shared;
