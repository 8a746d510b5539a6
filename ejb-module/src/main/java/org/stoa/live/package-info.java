/**
 * Topics that browsers and other systems listen to. What happens on a topic is kept for a while and
 * has a cursor: who was away gets what it missed, or is told to read the state again. Events tell
 * that something changed; the database stays the truth, and losing the cache loses no fact.
 */
@Room(name = "live")
package org.stoa.live;

import org.stoa.shared.Room;
