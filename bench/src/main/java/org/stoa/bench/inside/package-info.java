/** What is deployed beside the application to be measured: handlers, and a desk that submits. */
package org.stoa.bench.inside;
