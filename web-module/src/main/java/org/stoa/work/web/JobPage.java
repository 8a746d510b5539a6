package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.stoa.shared.CallContext;
import org.stoa.shared.JsonText;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.JobLogLine;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;
import org.stoa.work.Repeats;
import org.stoa.work.WorkPermissions;

/** The job that the address names. Its script keeps the page up to date from then on. */
@Named("jobPage")
@RequestScoped
public class JobPage {

  private static final JsonWriterFactory INDENTED =
      Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  @Inject private Jobs jobs;
  @Inject private Repeats repeats;
  @Inject private PageParameters parameters;
  @Inject private Clock clock;

  private JobView job;
  private boolean payloadChanging;

  @PostConstruct
  void read() {
    job = jobs.find(id(parameters.text("job").orElse("")));
    payloadChanging = repeats.mayChangePayload(job.id());
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new NotFoundProblem("job", text);
    }
  }

  /** The job. */
  public JobView getJob() {
    return job;
  }

  /** The same as JSON, with which the script begins. */
  public String getJson() {
    return JsonText.of(job);
  }

  /** What its handler wrote. */
  public List<JobLogLine> getLog() {
    return jobs.log(job.id());
  }

  /** What it was given, as JSON that people read and edit. */
  public String getPayload() {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = INDENTED.createWriter(text)) {
      writer.write(jobs.payload(job.id()));
    }
    return text.toString().strip();
  }

  /** What it did, one thing after the other. */
  public List<JobTimeline.Part> getTimeline() {
    return JobTimeline.of(job, jobs.attempts(job.id()), clock.instant());
  }

  /** Whether the person may have it done again, once it failed or was cancelled. */
  public boolean isRepeating() {
    return CallContext.requiredActor().may(WorkPermissions.REPEAT);
  }

  /** Whether the person may give it another payload then. */
  public boolean isPayloadChanging() {
    return payloadChanging;
  }

  /** Whether the person may cancel it and it has not ended. */
  public boolean isCancelling() {
    return !job.state().isFinal() && CallContext.requiredActor().may(WorkPermissions.CANCEL);
  }
}
