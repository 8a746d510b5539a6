package org.stoa.study.web;

/** What the description of the API shows of studies. */
final class StudyExamples {

  static final String STUDY =
      """
      {"id": "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57", "code": "STOA-101",
       "title": "A 24-Week Study in Adults with Hypertension",
       "createdAt": "2026-03-01T12:00:00Z", "createdBy": "ada@example.org", "version": 0}
      """;
  static final String NOT_FOUND =
      """
      {"type": "urn:stoa:problem:not-found", "title": "Not found", "status": 404,
       "detail": "There is no study 0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57.",
       "instance": "/api/v1/studies/0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57",
       "id": "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57"}
      """;

  private StudyExamples() {}
}
