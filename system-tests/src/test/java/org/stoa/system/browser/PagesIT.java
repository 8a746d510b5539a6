package org.stoa.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SeededBatch;
import org.stoa.system.SharedStack;
import org.stoa.system.StoaUnderTest;
import org.stoa.system.Study;
import org.stoa.system.messages.RefusedMessages;

/**
 * Every page, on a desk and on a phone, by day and by night: nothing that axe calls serious, no
 * error in the console, no violation of the content security policy, no sideways scrolling.
 */
class PagesIT {

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  private static Browsers browsers;

  @BeforeAll
  static void pagesWithSomethingOnThem() {
    browsers = new Browsers();
    Study study = Study.created(SharedStack.stoa().administrator());
    study.load(HandWritten.dm(), HandWritten.ae());
    String dashboard = study.firstDashboard().getString("id");
    String job = study.load(HandWritten.correctedAe()).get("id").toString();
    String address = "/studies/" + study.id();
    String dataset = address + "/datasets/" + study.dataset("AE").getString("id");
    PAGES.put("start", "/");
    PAGES.put("studies", "/studies");
    PAGES.put("new-study", "/studies/new");
    PAGES.put("study", address);
    PAGES.put("dataset-rows", dataset);
    PAGES.put("dataset-columns", dataset + "?tab=columns");
    PAGES.put("dataset-versions", dataset + "?tab=versions");
    PAGES.put("dataset-files", dataset + "?tab=files&format=xpt");
    PAGES.put("dataset-source", dataset + "?tab=source");
    PAGES.put("dashboard", address + "/dashboards/" + dashboard);
    PAGES.put("work", "/work");
    PAGES.put("work-day", "/work?hours=24&kind=data.load");
    PAGES.put("queues", "/work/queues");
    PAGES.put("workers", "/work/workers");
    PAGES.put("jobs", "/jobs");
    PAGES.put("jobs-found", "/jobs?state=FAILED&text=nothing+like+this&kind=data.load");
    PAGES.put("job", "/jobs/" + job);
    PAGES.put("job-waiting", jobThatWaits());
    String batch = SeededBatch.of(SharedStack.stoa(), "Nightly load " + UUID.randomUUID(), 40);
    PAGES.put("batches", "/batches");
    PAGES.put("batches-empty", "/batches?state=CANCELLED&name=nothing+like+this");
    PAGES.put("batch", "/batches/" + batch);
    PAGES.put("batch-jobs", "/jobs?state=QUEUED&batch=" + batch);
    PAGES.put("chain", "/batches/" + SeededBatch.chain(SharedStack.stoa(), "Release 2.1", 5));
    String schedule = "/schedules/" + scheduleThatRan();
    PAGES.put("schedules", "/schedules");
    PAGES.put("new-schedule", "/schedules/new");
    PAGES.put("schedule", schedule);
    PAGES.put("edit-schedule", schedule + "/edit");
    String refused = "/inbound-messages/" + RefusedMessages.one(SharedStack.stoa());
    PAGES.put("inbound-messages", "/inbound-messages");
    PAGES.put("inbound-empty", "/inbound-messages?state=DISCARDED");
    PAGES.put("inbound-message", refused);
    PAGES.put("people", "/people");
    PAGES.put("new-person", "/people/new");
  }

  /** It waits until the queue is resumed, after all pages were seen. */
  private static String jobThatWaits() {
    Api api = SharedStack.stoa().administrator();
    api.post("/api/v1/queues/loads/pause", JsonValue.EMPTY_JSON_OBJECT).expect(200);
    String location =
        Study.created(api).send(List.of(HandWritten.dm())).expect(202).header("Location");
    return URI.create(location).getPath().replace("/api/v1", "");
  }

  private static String scheduleThatRan() {
    Api api = SharedStack.stoa().administrator();
    JsonObjectBuilder rule =
        Json.createObjectBuilder()
            .add("kind", "UNIX_CRON")
            .add("cron", "30 2 * * SUN")
            .add("zone", "Europe/Berlin");
    JsonObject night =
        Json.createObjectBuilder()
            .add("name", "Dashboards at night " + UUID.randomUUID())
            .add("kind", "insight.map")
            .add("payload", Json.createObjectBuilder().add("owner", UUID.randomUUID().toString()))
            .add("rule", rule)
            .add("overlap", "QUEUE")
            .build();
    String id = api.post("/api/v1/schedules", night).expect(201).object().getString("id");
    String runs = "/api/v1/schedules/" + id + "/runs";
    api.ended(api.post(runs, JsonValue.EMPTY_JSON_OBJECT).expect(201).header("Location"));
    return id;
  }

  @AfterAll
  static void closeTheBrowserAndLetTheJobGoOn() {
    browsers.close();
    Api api = SharedStack.stoa().administrator();
    api.post("/api/v1/queues/loads/resume", JsonValue.EMPTY_JSON_OBJECT).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void theSignInPageIsGood(Look look) {
    try (Visitor visitor = visitor(look)) {
      visitor.open("/login");
      assertThat(complaints(visitor, "sign-in")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsGood(Look look) {
    StoaUnderTest stoa = SharedStack.stoa();
    List<String> complaints = new ArrayList<>();
    try (Visitor visitor = visitor(look)) {
      visitor.signIn(stoa.email(), stoa.password());
      PAGES.forEach(
          (name, path) -> {
            visitor.open(path);
            complaints.addAll(complaints(visitor, name));
          });
    }
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aPageThatIsNotThereSaysSo(Look look) {
    StoaUnderTest stoa = SharedStack.stoa();
    try (Visitor visitor = visitor(look)) {
      visitor.signIn(stoa.email(), stoa.password()).expecting(404).open("/nowhere");
      assertThat(visitor.page().title()).contains("no such page");
      assertThat(complaints(visitor, "not-found")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "DESK_LIGHT")
  void theDescriptionOfTheApiIsShown(Look look) {
    StoaUnderTest stoa = SharedStack.stoa();
    try (Visitor visitor = visitor(look)) {
      visitor.signIn(stoa.email(), stoa.password()).open("/api/docs");
      visitor.page().getByText("/api/v1/studies").first().waitFor();
      visitor.picture("api-docs");
      assertThat(visitor.heard()).isEmpty();
    }
  }

  private static Visitor visitor(Look look) {
    return new Visitor(browsers, SharedStack.stoa().base(), look);
  }

  /** Waits until all widgets have their numbers, takes a picture, and tells what is wrong. */
  private static List<String> complaints(Visitor visitor, String name) {
    Page page = visitor.page();
    page.waitForLoadState(LoadState.LOAD);
    // Not waitForFunction: it evaluates text, which the content policy of the page refuses.
    PlaywrightAssertions.assertThat(page.locator(".skeleton, [aria-busy=true]")).hasCount(0);
    visitor.picture(name);
    return visitor.complaints();
  }
}
