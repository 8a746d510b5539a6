package org.stoafixture.leaky.study.web;

import org.stoafixture.leaky.study.store.StudyRow;

/** A driver that keeps an entity. */
public record StudyPage(StudyRow row) {}
