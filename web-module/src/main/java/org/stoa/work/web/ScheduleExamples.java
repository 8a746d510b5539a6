package org.stoa.work.web;

/** Examples of schedules for the description of the API. */
final class ScheduleExamples {

  static final String DEFINITION =
      """
      {"name": "Map dashboards each night", "kind": "insight.map",
       "payload": {"owner": "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e57"},
       "rule": {"kind": "UNIX_CRON", "cron": "30 2 * * *", "zone": "Europe/Berlin"},
       "jitterSeconds": 60, "overlap": "SKIP", "missed": "RUN_ONCE", "alertAfterSeconds": 3600}
      """;

  static final String FIRING =
      """
      {"instant": "2026-03-28T01:30:00Z", "firedAt": "2026-03-28T01:30:41.012Z",
       "outcome": "SUBMITTED", "late": false, "job": 17, "jobState": "SUCCEEDED"}
      """;

  static final String SCHEDULE =
      """
      {"id": "0199d3c2-7f6e-7c1a-9d1e-2f6b8c0a4e99", "definition": %s,
       "next": {"at": "2026-03-29T01:00:00Z", "local": "2026-03-29T03:00:00+02:00",
        "planned": "2026-03-29T02:30:00", "mark": "MOVED"},
       "runs": 12, "last": %s, "createdAt": "2026-03-16T09:00:00Z",
       "createdBy": "ada@example.org", "version": 0}
      """
          .formatted(DEFINITION, FIRING);

  static final String INVALID =
      """
      {"type": "urn:stoa:problem:invalid", "title": "The input is not valid", "status": 400,
       "detail": "payload.own: is not a member that the kind takes", "instance": "/api/v1/schedules",
       "errors": [{"field": "payload.own",
       "message": "is not a member that the kind takes"}]}
      """;

  static final String FIELDS =
      """
      `payload` has the members of the record that jobs of the `kind` take. `rule` is as in the \
      preview; `maxRuns` counts the times at which it ran or would have run. `jitterSeconds` lets \
      each run begin up to so much later, the same on every server. `overlap` says what happens \
      while the job of an earlier run has not ended: `SKIP`, `QUEUE` (it waits) or `CANCEL_OLD`. \
      `missed` says what becomes of times that passed more than 30 s ago while nobody was there: \
      `SKIP`, `RUN_ONCE` (the newest) or `RUN_ALL` (the newest `missedLimit`, one by one). \
      `alertAfterSeconds` raises an alert when a job has not ended so long after its time.""";

  private ScheduleExamples() {}
}
