/**
 * How files become versions. The long part happens outside of any transaction, in a directory of
 * its own for each attempt; the short part moves what was made to its place and writes the rows
 * about it, in the transaction that also ends the job. So a load that is cut off anywhere leaves a
 * directory to be swept, and never half a version.
 */
package org.stoa.data.load;
