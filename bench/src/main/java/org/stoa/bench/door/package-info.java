/** The door through which a benchmark asks the server to begin; it is deployed as a WAR. */
package org.stoa.bench.door;
