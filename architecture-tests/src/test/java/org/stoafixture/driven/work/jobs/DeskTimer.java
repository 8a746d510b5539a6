package org.stoafixture.driven.work.jobs;

import org.stoafixture.driven.work.web.DeskPage;

/** A driver that knows a driver of another sort. */
public record DeskTimer(DeskPage page) {}
