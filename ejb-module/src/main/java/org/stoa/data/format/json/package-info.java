/**
 * JSON: objects by lines or in an array, and CDISC Dataset-JSON 1.1 in its three forms (one object,
 * by lines, compressed). Reading goes twice over a file: the first time everything is checked and
 * learned, the second time rows are read without a guess.
 */
package org.stoa.data.format.json;
