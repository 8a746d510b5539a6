package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.PreviewSchedule;
import org.stoa.work.ScheduledTime;
import org.stoa.work.Schedules;

/** When a schedule would run, before there is one. */
@Path("/schedules/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Schedules")
public class SchedulePreviewResource {

  private static final String RULE =
      """
      {"kind": "UNIX_CRON", "cron": "30 2 * * *", "zone": "Europe/Berlin",
       "missingTime": "RUN_AFTER", "doubledTime": "ONCE",
       "after": "2026-03-28T00:00:00Z", "count": 3}
      """;

  private static final String TIMES =
      """
      [{"at": "2026-03-28T01:30:00Z", "local": "2026-03-28T02:30:00+01:00", "mark": "NORMAL"},
       {"at": "2026-03-29T01:00:00Z", "local": "2026-03-29T03:00:00+02:00",
        "planned": "2026-03-29T02:30:00", "mark": "MOVED"},
       {"at": "2026-03-30T00:30:00Z", "local": "2026-03-30T02:30:00+02:00", "mark": "NORMAL"}]
      """;

  private static final String BAD_RULE =
      """
      {"type": "urn:stoa:problem:invalid", "title": "The input is not valid", "status": 400,
       "detail": "cron: field 1 (minute): Value 61 not in range [0, 59]",
       "instance": "/api/v1/schedules/preview",
       "errors": [{"field": "cron",
       "message": "field 1 (minute): Value 61 not in range [0, 59]"}]}
      """;

  @Inject private Schedules schedules;

  /** The next times of a schedule. */
  @POST
  @Operation(
      operationId = "previewSchedule",
      summary = "Show when a schedule would run",
      description =
          """
          Nothing is kept. Needs `work.read`.

          `kind` says which rule it is. `UNIX_CRON`: `cron` has five fields; where both day of \
          month and day of week are given, one of them is enough. `QUARTZ_CRON`: `cron` has six \
          or seven fields. `FIXED_RATE`: `every` (ISO 8601, `PT15M`) from `start` on, whatever \
          clocks do. `ONCE`: `at`.

          `zone` is the IANA name of a time zone; cron names its local times. `missingTime` says \
          what becomes of one that does not exist because clocks are put forward: `RUN_AFTER` \
          (one run when they have been) or `SKIP`. `doubledTime` says what becomes of one that \
          exists twice because clocks are put back: `ONCE` (the first) or `TWICE`. Without them \
          it is `RUN_AFTER` and `ONCE`.

          `start` and `end` bound it, `maxRuns` limits the runs, counted from the first one that \
          is told. `after` is now when it is left out, `count` is 1 to 100, or 10.

          `mark` is `NORMAL`; `MOVED` (`planned` does not exist); `FIRST` or `SECOND` of a time \
          that exists twice; `SKIPPED` (`planned` does not exist, and nothing runs: there is no \
          `at`).""")
  @APIResponse(
      responseCode = "200",
      description = "The next times in order; fewer, or none, when there are no more.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = ScheduledTime.class),
              examples = @ExampleObject(name = "clocks are put forward", value = TIMES)))
  @APIResponse(
      responseCode = "400",
      description = "The schedule is wrong: each fault with its field.",
      content =
          @Content(
              mediaType = ProblemJson.MEDIA_TYPE,
              examples = @ExampleObject(name = "minute", value = BAD_RULE)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  public List<ScheduledTime> preview(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = PreviewSchedule.class),
                      examples = @ExampleObject(name = "each night", value = RULE)))
          PreviewSchedule asked) {
    return schedules.preview(asked);
  }
}
