package org.stoafixture.driven.work.web;

/** A driver. */
public record DeskPage(String title) {}
