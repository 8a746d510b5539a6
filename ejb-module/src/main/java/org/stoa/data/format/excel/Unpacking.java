package org.stoa.data.format.excel;

import java.nio.file.Path;
import org.stoa.files.ZipLimits;

/**
 * What unpacking a workbook may cost.
 *
 * @param limits how much, in bytes and by ratio
 * @param scratch a directory for what does not fit into memory
 */
public record Unpacking(ZipLimits limits, Path scratch) {}
