package org.stoa.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoa.system.Api;
import org.stoa.system.EchoJob;
import org.stoa.system.SharedStack;
import org.stoa.system.StoaUnderTest;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** Somebody who operates the installation pauses, limits, weighs, drains and repeats, by clicks. */
class OperatingInBrowserIT {

  private static final String QUEUE = "/api/v1/queues/default";
  private static final double PATIENCE = 30_000;

  private final StoaUnderTest stoa = SharedStack.stoa();
  private final Api api = stoa.administrator();
  private final Browsers browsers = new Browsers();
  private final Visitor visitor = new Visitor(browsers, stoa.base(), Look.DESK_LIGHT);
  private final Page page = visitor.page();

  /** What was decided about a queue once keeps it on the page. */
  @BeforeEach
  void signInWithAQueueToSee() {
    limit(1);
    limit(null);
    visitor.signIn(stoa.email(), stoa.password());
  }

  @AfterEach
  void leaveAllAsItWas() {
    visitor.close();
    browsers.close();
    api.post(QUEUE + "/resume", Json.createObjectBuilder().build()).expect(200);
    limit(null);
  }

  @Test
  void aJobOfAPausedQueueTellsTheReasonAndGoesOnOnceTheQueueDoes() {
    visitor.open("/work/queues");
    act("queues-pause-default").click();
    page.locator("#pause-reason").fill("the new disk is put in");
    act("pause-do").click();
    assertThat(row("#queues-table", "default")).containsText("Paused");
    assertThat(row("#queues-table", "default")).containsText("the new disk is put in");
    visitor.picture("queue-paused");

    String job = pageOf(EchoJob.submitted(api, "waits"));
    visitor.open(job);
    assertThat(page.locator("#job-why"))
        .containsText("Queue default is paused by " + stoa.email(), patiently());
    assertThat(page.locator("#job-why")).containsText(": the new disk is put in.");

    visitor.open("/work/queues");
    act("queues-pause-default").click();
    assertThat(row("#queues-table", "default")).containsText("Active");
    visitor.open(job);
    assertThat(page.locator("#job-state")).containsText("Done", patiently());
    Assertions.assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void aQueueIsLimitedAndFreedAgain() {
    visitor.open("/work/queues");
    act("queues-limit-default").click();
    page.locator("#limit-running").fill("3");
    act("limit-save").click();
    assertThat(act("queues-limit-default")).hasAttribute("data-running", "3");
    Assertions.assertThat(limits().getInt("runningLimit")).isEqualTo(3);

    act("queues-limit-default").click();
    page.locator("#limit-running").fill("");
    act("limit-save").click();
    assertThat(act("queues-limit-default")).not().hasAttribute("data-running", "3");
    Assertions.assertThat(limits()).doesNotContainKey("runningLimit");
    Assertions.assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void anOrganisationIsWeighed() {
    String organisation =
        api.get("/api/v1/me").expect(200).object().getJsonObject("organisation").getString("id");
    weigh(organisation, 2);
    visitor.open("/work/queues");
    Locator weigh = act("weigh-" + organisation);
    assertThat(weigh).hasAttribute("data-weight", "2");

    weigh.click();
    page.locator("#weigh-weight").fill("1");
    visitor.picture("organisation-weighed");
    act("weigh-save").click();
    assertThat(weigh).hasAttribute("data-weight", "1");
    Assertions.assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void aServerIsDrainedAndWorksAgain() {
    visitor.open("/work/workers");
    Locator drain = page.locator("[data-act=drain]").first();
    String worker = drain.getAttribute("data-worker");
    drain.click();
    Locator back = page.locator("#drain-" + worker);
    assertThat(back).hasAttribute("data-act", "resume");
    assertThat(page.locator("#workers")).containsText(stoa.email());

    back.click();
    assertThat(page.locator("#drain-" + worker)).hasAttribute("data-act", "drain");
    Assertions.assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void failedJobsThatASearchFoundAreDoneAgainTogether() {
    String file = "odd-" + UUID.randomUUID().toString().substring(0, 8) + ".csv";
    Study study = Study.created(api);
    List<Upload> ragged = List.of(Upload.of(file, "USUBJID,AGE\nS1,30\nS2,31,5\n"));
    String error = study.upload(ragged).getJsonObject("error").getString("detail");
    study.upload(ragged);
    visitor.open("/jobs?state=FAILED");
    page.locator("#text").fill(error);
    page.locator("#text").press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*text=.*"));
    Locator rows = page.locator("#jobs-table tbody tr");
    int found = rows.count();
    Assertions.assertThat(found).isGreaterThanOrEqualTo(2);

    act("bulk-all").click();
    page.locator("#bulk-all-ask button[value=go]").click();
    assertThat(page.locator("#bulk-problems")).containsText(Integer.toString(found), patiently());
    Assertions.assertThat(api.get("/api/v1/jobs?error=" + encoded(error)).expect(200).array())
        .hasSizeGreaterThanOrEqualTo(found);
    Assertions.assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void aJobIsDoneAgainWithAnotherPayload() {
    String old = pageOf(EchoJob.cancelled(api, "helo"));
    visitor.open(old);
    act("job-change").click();
    Locator payload = page.locator("#job-change-payload");
    assertThat(payload).hasValue(Pattern.compile("\\{\\s*\"text\": ?\"helo\"\\s*\\}"));

    payload.fill("{\"text\": \"hello}");
    act("job-change-do").click();
    Locator problems = page.locator("#job-change-problems");
    assertThat(problems).containsText(Pattern.compile("not JSON: .*position 1\\d"));

    visitor.expecting(400);
    payload.fill("{\"text\": 1, \"loud\": true}");
    act("job-change-do").click();
    assertThat(problems).containsText("payload.text: must be a text");
    assertThat(problems).containsText("payload.loud: is not a member");
    visitor.picture("job-other-payload");

    payload.fill("{\"text\": \"hello\"}");
    act("job-change-do").click();
    assertThat(page).not().hasURL(Pattern.compile(".*" + old));
    assertThat(page.locator("#job-state")).containsText("Done", patiently());
    assertThat(page.locator("#job-payload")).containsText("hello");
    Assertions.assertThat(visitor.complaints()).isEmpty();
  }

  private Locator act(String id) {
    return page.locator("[id=\"" + id + "\"]");
  }

  private Locator row(String table, String name) {
    return page.locator(table + " tbody tr")
        .filter(new Locator.FilterOptions().setHas(page.locator("th", exactly(name))));
  }

  private static Page.LocatorOptions exactly(String name) {
    return new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$"));
  }

  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(PATIENCE);
  }

  private static String pageOf(String job) {
    return job.replace("/api/v1", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private JsonObject limits() {
    return api.get(QUEUE).expect(200).object();
  }

  private void limit(Integer running) {
    var limit = Json.createObjectBuilder();
    if (running != null) {
      limit.add("running", running);
    }
    String version = api.get(QUEUE).expect(200).header("ETag");
    api.put(QUEUE + "/limits", limit.build(), "If-Match", version).expect(200);
  }

  private void weigh(String organisation, int weight) {
    String address = "/api/v1/work/weights/" + organisation;
    String version = api.get(address).expect(200).header("ETag");
    JsonObject decision = Json.createObjectBuilder().add("weight", weight).build();
    api.put(address, decision, "If-Match", version).expect(200);
  }
}
