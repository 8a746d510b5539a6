/**
 * Datasets and where they come from. A file that a person gives becomes an immutable version of a
 * dataset: Parquet on disk, with its columns, labels, types, row count, profile and checksums in
 * the database. A version is loaded by a job, all files of an upload or none; the newest one is the
 * active one and the older ones stay. Queries and rows read a version with bound values only: a
 * filter is parsed and checked against the columns, and no text of a user reaches SQL.
 */
@Room(
    name = "data",
    uses = {"audit", "work", "files"})
package org.stoa.data;

import org.stoa.shared.Room;
