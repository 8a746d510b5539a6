/**
 * The engine that reads and writes versions: DuckDB on Parquet files. It is locked down, so that a
 * statement sees only the directories of the room, takes a limited share of memory and processors,
 * and ends in time.
 */
package org.stoa.data.analytics;
