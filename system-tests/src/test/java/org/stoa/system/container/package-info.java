/** What only the inside of the deployed application can tell. */
package org.stoa.system.container;
