package org.stoa.insight;

import java.util.UUID;

/**
 * A dashboard appeared, or was mapped to other columns. It is fired in the transaction that does
 * it; observe it with {@code AFTER_SUCCESS}.
 *
 * @param owner what the dashboard belongs to, such as a study
 * @param dashboardId the dashboard
 */
public record DashboardMapped(UUID owner, UUID dashboardId) {}
