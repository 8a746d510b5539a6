/**
 * Excel workbooks (XLSX, ECMA-376): each sheet is read as a stream, twice, in constant memory; what
 * a cell means is told by its type and by its number format. Nothing in a workbook is run.
 */
package org.stoa.data.format.excel;
