package org.stoafixture.driven.work;

import org.stoafixture.driven.work.web.DeskPage;

/** Knows who drives it. */
public record Desk(DeskPage page) {}
