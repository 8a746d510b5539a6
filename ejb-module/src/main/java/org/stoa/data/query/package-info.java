/**
 * Turns questions into statements: filters and queries are checked against the columns of a version
 * and become jOOQ trees whose values are bound and whose names come from the schema. Nothing here
 * knows where the rows lie or which engine reads them.
 */
package org.stoa.data.query;
