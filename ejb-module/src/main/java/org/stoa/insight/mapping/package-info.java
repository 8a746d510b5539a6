/** How templates find the columns they need, and when they look for them. */
package org.stoa.insight.mapping;
