/**
 * The demonstration study: a made-up trial in hypertension whose files are written with a fixed
 * seed, so that every installation starts with the same data and tests know what to expect. Names,
 * labels and terms follow the SDTM Implementation Guide; no person in it exists.
 */
package org.stoa.launch.demo;
