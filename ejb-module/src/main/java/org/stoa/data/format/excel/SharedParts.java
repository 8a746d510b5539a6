package org.stoa.data.format.excel;

/**
 * What the cells of all sheets refer to.
 *
 * @param texts the texts that they share
 * @param styles how their numbers are shown
 * @param since1904 whether their days are counted from 1904 on
 */
record SharedParts(TextStore texts, Styles styles, boolean since1904) {}
