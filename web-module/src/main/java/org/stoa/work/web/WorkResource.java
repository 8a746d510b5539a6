package org.stoa.work.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.web.ProblemJson;
import org.stoa.work.OverviewQuery;
import org.stoa.work.WorkOverview;
import org.stoa.work.WorkOverviews;
import org.stoa.work.WorkerView;
import org.stoa.work.Workers;

/** How the work of the organisation goes. */
@Path("/work")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class WorkResource {

  private static final String EXAMPLE =
      """
      {"from": "2026-03-01T12:00:00Z", "to": "2026-03-01T13:00:00Z", "stepSeconds": 10,
       "points": [{"at": "2026-03-01T12:00:00Z", "measuredSeconds": 10, "succeeded": 41,
         "failed": 1, "cancelled": 0, "waiting": 3.0, "delayed": 0.0, "running": 4.0,
         "waits": {"count": 42, "p50": 3.1, "p95": 12.4, "p99": 40.2},
         "runs": {"count": 42, "p50": 80.0, "p95": 410.5, "p99": 980.1}}],
       "shares": [{"queue": "loads", "kind": "data.load", "succeeded": 41, "failed": 1,
         "cancelled": 0, "waiting": 3.0, "running": 4.0,
         "waits": {"count": 42, "p50": 3.1, "p95": 12.4, "p99": 40.2},
         "runs": {"count": 42, "p50": 80.0, "p95": 410.5, "p99": 980.1}}]}
      """;

  private static final String WORKERS =
      """
      [{"id": "019d0c20-0f3a-7b11-9d2c-7f0e5a6b7c8d", "name": "server-1:/opt/stoa",
        "startedAt": "2026-03-01T08:00:00Z", "heartbeatAt": "2026-03-01T12:00:00Z",
        "alive": true,
        "threads": [{"queue": "loads", "most": 2, "workers": 1, "writtenOff": 0}], "running": 1,
        "jobs": [{"id": 17, "kind": "data.load", "queue": "loads", "attempt": 1,
          "startedAt": "2026-03-01T11:59:58Z"}]}]
      """;

  @Inject private WorkOverviews overviews;
  @Inject private Workers workers;

  /** What was measured. */
  @GET
  @Path("overview")
  @Operation(
      operationId = "showWorkOverview",
      summary = "Show how the work goes over time",
      description =
          """
          What was measured of the organisation's jobs, from samples: each 10 seconds for a day, \
          each 5 minutes for 30 days, each hour for 400 days. Needs `work.read`.

          `points` are steps of `stepSeconds`, at most 400. A step with `measuredSeconds` 0 was \
          not measured, for no server ran; where a great many jobs wait they are counted less often, \
          and `waiting`, `delayed` and `running` may be missing. `waits` and `runs` are of the jobs that ended in it, in \
          milliseconds: how long they waited once they could begin (submitted, and due), and how \
          long the last attempt took. Percentiles come from buckets that are 19 % wide.

          The newest step is about 15 to 25 seconds old. `shares` has the whole time by queue and \
          kind, whatever `queue` and `kind` were asked for.""")
  @APIResponse(
      responseCode = "200",
      description = "What was measured.",
      content =
          @Content(
              schema = @Schema(implementation = WorkOverview.class),
              examples = @ExampleObject(name = "an hour", value = EXAMPLE)))
  @APIResponse(
      responseCode = "400",
      description = "A time is wrong; `errors` names it.",
      content = @Content(mediaType = ProblemJson.MEDIA_TYPE))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  public WorkOverview overview(
      @Parameter(description = "Since when; an hour before `to` when left out.") @QueryParam("from")
          String from,
      @Parameter(description = "Until when; now when left out.") @QueryParam("to") String to,
      @Parameter(description = "Only jobs of this queue.", example = "loads") @QueryParam("queue")
          String queue,
      @Parameter(description = "Only jobs of this kind.", example = "data.load") @QueryParam("kind")
          String kind) {
    return overviews.overview(
        new OverviewQuery(instant("from", from), instant("to", to), given(queue), given(kind)));
  }

  /** The servers that work. */
  @GET
  @Path("workers")
  @Operation(
      operationId = "listWorkers",
      summary = "List the servers that work, and what each runs",
      description =
          """
          The servers with a lease, and those that lost theirs within the last hour or still hold \
          jobs. `running` counts the jobs of all organisations, `jobs` are those of the own one. \
          `drainingAt` is there while somebody wants it to begin nothing more. `threads` is what \
          it told with its last heartbeat: how many workers are at each queue, and how many hung \
          and were replaced (`writtenOff`). Needs `work.read`.""")
  @APIResponse(
      responseCode = "200",
      description = "The servers by name, the newest run first.",
      content =
          @Content(
              schema = @Schema(type = SchemaType.ARRAY, implementation = WorkerView.class),
              examples = @ExampleObject(name = "one server", value = WORKERS)))
  @APIResponse(responseCode = "401", description = "Nobody is signed in.")
  @APIResponse(responseCode = "403", description = "The permission work.read is missing.")
  public List<WorkerView> workers() {
    return workers.list();
  }

  private static Optional<Instant> instant(String field, String text) {
    try {
      return given(text).map(Instant::parse);
    } catch (DateTimeException e) {
      throw new InvalidProblem(field, "must be an instant such as 2026-03-01T12:00:00Z");
    }
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
