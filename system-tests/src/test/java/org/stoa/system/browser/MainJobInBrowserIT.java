package org.stoa.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.StoaUnderTest;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** The main job as a new user does it, with the mouse and the keyboard. */
class MainJobInBrowserIT {

  private static final double LOAD_PATIENCE = 120_000;

  private static Browsers browsers;

  @BeforeAll
  static void openTheBrowser() {
    browsers = new Browsers();
  }

  @AfterAll
  static void closeTheBrowser() {
    browsers.close();
  }

  @Test
  void aNewUserLoadsFilesAndSeesTheRowsBehindABar() {
    StoaUnderTest stoa = SharedStack.stoa();
    try (Visitor visitor = new Visitor(browsers, stoa.base(), Look.DESK_LIGHT)) {
      visitor.signIn(stoa.email(), stoa.password());
      Page page = visitor.page();
      createStudy(page);

      choose(page, HandWritten.dm(), HandWritten.ae());
      assertLoaded(page);
      assertThat(row(page, "DM")).containsText("12");
      assertThat(row(page, "AE")).containsText("8");
      visitor.picture("loaded");

      openDashboard(page);
      assertThat(figure(page, "Subjects")).hasText("12");
      assertThat(figure(page, "Sites")).hasText("3");
      assertThat(figure(page, "Adverse events")).hasText("8");
      assertThat(figure(page, "Serious adverse events")).hasText("3");
      clickTheFirstBar(page, "events-by-organ-class");
      assertThat(panel(page)).containsText("4 rows");
      visitor.picture("rows-behind-a-bar");
      page.keyboard().press("Escape");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aCorrectedFileIsANewVersionAndTheOldOneCanBeOpened() {
    StoaUnderTest stoa = SharedStack.stoa();
    Study study = Study.created(stoa.administrator());
    study.load(HandWritten.ae());
    try (Visitor visitor = new Visitor(browsers, stoa.base(), Look.DESK_LIGHT)) {
      visitor.signIn(stoa.email(), stoa.password()).open("/studies/" + study.id());
      Page page = visitor.page();
      choose(page, HandWritten.correctedAe());
      assertLoaded(page);

      row(page, "AE").getByRole(AriaRole.LINK).click();
      page.getByRole(AriaRole.LINK, named(Pattern.compile("Versions"))).click();
      visitor.picture("versions");
      page.navigate(page.url().replaceAll("\\?.*", "?version=1"));
      assertThat(page.getByText("MODERATE").first()).isVisible();
      assertThat(page.locator("#content, main").first()).containsText("version 1");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aBadFileIsRefusedWithItsLine() {
    StoaUnderTest stoa = SharedStack.stoa();
    Study study = Study.created(stoa.administrator());
    try (Visitor visitor = new Visitor(browsers, stoa.base(), Look.PHONE_LIGHT)) {
      visitor.signIn(stoa.email(), stoa.password()).open("/studies/" + study.id());
      Page page = visitor.page();
      choose(page, Upload.of("dm.csv", "USUBJID,AGE\nH-001,34\nH-002\n"));
      assertThat(page.locator("#upload-status")).containsText(Pattern.compile("line 3"), patient());
      visitor.picture("refused");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void aFileIsReadAgainWithWhatAPersonCorrects() {
    StoaUnderTest stoa = SharedStack.stoa();
    Study study = Study.created(stoa.administrator());
    study.load(Upload.of("lb.csv", "USUBJID,LBSTRESN\nS-1,5.5\nS-2,<0.1\n"));
    String dataset = study.dataset("LB").getString("id");
    try (Visitor visitor = new Visitor(browsers, stoa.base(), Look.DESK_LIGHT)) {
      visitor
          .signIn(stoa.email(), stoa.password())
          .open("/studies/" + study.id() + "/datasets/" + dataset + "?tab=source");
      Page page = visitor.page();
      page.getByText("Types of columns").click();
      page.getByLabel("LBSTRESN").selectOption("DECIMAL");
      page.getByLabel("Values that do not fit").selectOption("MISSING");
      visitor.picture("read-again");
      page.getByRole(AriaRole.BUTTON, buttonNamed("Read again")).click();
      page.waitForURL(Pattern.compile("/jobs/\\d+"));
      assertThat(page.locator(".state-SUCCEEDED:visible").first())
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOAD_PATIENCE));

      visitor.open("/studies/" + study.id() + "/datasets/" + dataset + "?tab=source");
      assertThat(page.locator("#source-losses")).containsText("Line 3 has “<0.1”");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static void createStudy(Page page) {
    page.getByRole(AriaRole.LINK, named("Studies")).first().click();
    page.getByRole(AriaRole.LINK, named("New study")).first().click();
    page.getByLabel("Code").fill(Study.uniqueCode());
    page.getByLabel("Title").fill("Made by hand");
    page.getByRole(AriaRole.BUTTON, buttonNamed("Create study")).click();
    page.waitForURL(Pattern.compile("/studies/[0-9a-f-]{36}"));
  }

  private static void choose(Page page, Upload... files) {
    page.locator("#upload-files")
        .setInputFiles(
            List.of(files).stream()
                .map(file -> new FilePayload(file.name(), "text/csv", bytes(file)))
                .toArray(FilePayload[]::new));
  }

  private static void assertLoaded(Page page) {
    assertThat(page.locator("#upload-status .state-SUCCEEDED"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOAD_PATIENCE));
  }

  private static void openDashboard(Page page) {
    Locator link = page.locator("#dashboards").getByRole(AriaRole.LINK, inside("Safety overview"));
    assertThat(link).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LOAD_PATIENCE));
    link.click();
  }

  private static Locator row(Page page, String dataset) {
    return page.locator("#datasets-table tbody tr")
        .filter(new Locator.FilterOptions().setHasText(dataset))
        .first();
  }

  private static Locator figure(Page page, String title) {
    return page.locator("section.widget")
        .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.HEADING, headed(title))))
        .locator(".kpi-link");
  }

  private static Locator panel(Page page) {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** Clicks into the middle of a bar, where the chart says that it drew it. */
  private static void clickTheFirstBar(Page page, String widget) {
    Locator chart = page.locator("[data-widget='" + widget + "'] .chart");
    chart.locator("canvas").waitFor();
    List<?> place =
        (List<?>)
            chart.evaluate(
                """
                node => {
                  node.scrollIntoView({block: 'center', behavior: 'instant'});
                  const chart = echarts.getInstanceByDom(node);
                  const options = chart.getOption();
                  const lying = options.yAxis[0].type === 'category';
                  const first = options.series[0].data[0];
                  const half = (first.value ?? first) / 2;
                  const point = chart.convertToPixel({seriesIndex: 0}, lying ? [half, 0] : [0, half]);
                  const frame = node.getBoundingClientRect();
                  return [frame.left + point[0], frame.top + point[1]];
                }""");
    page.mouse()
        .click(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
  }

  private static LocatorAssertions.ContainsTextOptions patient() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(LOAD_PATIENCE);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions named(Pattern name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions buttonNamed(String name) {
    return named(name).setExact(true);
  }

  private static Page.GetByRoleOptions headed(String title) {
    return named(title).setExact(true);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static byte[] bytes(Upload file) {
    try (InputStream content = file.content().get()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
