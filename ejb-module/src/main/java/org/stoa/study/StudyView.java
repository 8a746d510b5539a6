package org.stoa.study;

import java.time.Instant;
import java.util.UUID;

/**
 * A study.
 *
 * @param id its id
 * @param code what people call it; unique in the organisation, also when case is ignored
 * @param title what it is about
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param version rises with each change; a change names the version that it was made on
 */
public record StudyView(
    UUID id, String code, String title, Instant createdAt, String createdBy, long version) {}
