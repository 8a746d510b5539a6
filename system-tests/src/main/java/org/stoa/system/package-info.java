/** What all suites share: the running application, and a client of its API. */
package org.stoa.system;
