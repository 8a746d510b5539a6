/** Measures the deployed application, as its users meet it. Each benchmark prints one JSON line. */
package org.stoa.bench;
