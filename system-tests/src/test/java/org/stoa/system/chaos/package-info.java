/** The deployed application while parts of it are killed. */
package org.stoa.system.chaos;
