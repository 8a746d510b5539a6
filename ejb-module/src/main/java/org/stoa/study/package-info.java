/**
 * Clinical studies. A study has a code and a title and owns datasets; files that are uploaded to it
 * are loaded by a job and become versions of these datasets, and dashboards are made from them.
 */
@Room(
    name = "study",
    uses = {"audit", "data", "files", "insight", "live", "work"})
package org.stoa.study;

import org.stoa.shared.Room;
