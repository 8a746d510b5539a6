/** The API as clients see it: the main job, its numbers, and every bad input. */
package org.stoa.system.rest;
