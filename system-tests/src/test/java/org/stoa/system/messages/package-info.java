/** Other systems: what they put on the queue, and what they hear on the topic. */
package org.stoa.system.messages;
