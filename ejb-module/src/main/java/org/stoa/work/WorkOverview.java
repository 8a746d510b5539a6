package org.stoa.work;

import java.time.Instant;
import java.util.List;

/**
 * What was measured of the organisation's jobs.
 *
 * @param from when the first step begins
 * @param to until when there may be steps
 * @param stepSeconds how long a step is
 * @param points the steps in order
 * @param shares the jobs by queue and kind, whatever queue and kind were asked for
 */
public record WorkOverview(
    Instant from, Instant to, int stepSeconds, List<WorkPoint> points, List<WorkShare> shares) {}
