/**
 * Messages of other systems: what they must look like, who may send them, and how each is stored
 * once and becomes one job.
 */
package org.stoa.work.inbound;
