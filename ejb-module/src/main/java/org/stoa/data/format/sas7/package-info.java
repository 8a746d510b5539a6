/**
 * Datasets of SAS (SAS7BDAT). The maker publishes no description; this follows "SAS7BDAT Database
 * Binary Format" by M. Shotwell and C. Cummins. All lengths and places in a file are checked before
 * they are used.
 */
package org.stoa.data.format.sas7;
