package org.stoa.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.stoa.system.SharedStack;
import org.stoa.system.StoaUnderTest;

/** Somebody writes a schedule, looks at when it runs, runs it, pauses it and removes it. */
class SchedulesInBrowserIT {

  @Test
  void aScheduleIsWrittenRunPausedAndRemoved() {
    StoaUnderTest stoa = SharedStack.stoa();
    String name = "From the page " + UUID.randomUUID();
    try (Browsers browsers = new Browsers();
        Visitor visitor = new Visitor(browsers, stoa.base(), Look.DESK_LIGHT)) {
      visitor.signIn(stoa.email(), stoa.password()).open("/schedules/new");
      Page page = visitor.page();
      page.locator("#name").fill(name);
      page.locator("#kind").selectOption("insight.map");
      page.locator("#rule-zone").fill("Europe/Berlin");

      visitor.expecting(400);
      page.locator("#rule-cron").fill("61 2 * * *");
      assertThat(page.locator("#rule-cron-error")).containsText("field 1 (minute)");
      page.locator("#rule-cron").fill("30 2 29 3 *");
      assertThat(page.locator("#preview tbody tr")).hasCount(8);
      assertThat(page.locator("#rule-cron-error")).isHidden();

      page.locator("#payload").fill("{\"own\": 1}");
      button(page, "Create schedule").click();
      assertThat(page.locator("#payload-error")).containsText("own is not a member");
      page.locator("#payload").fill("{\"owner\": \"" + UUID.randomUUID() + "\"}");
      button(page, "Create schedule").click();

      assertThat(page.locator("h1")).hasText(name);
      button(page, "Run now").click();
      assertThat(page.locator("#schedule-history .state")).hasText("Done");
      button(page, "Pause").click();
      assertThat(page.locator("#schedule-state")).hasText("Paused");
      visitor.picture("schedule-paused");
      button(page, "Resume").click();
      assertThat(page.locator("#schedule-state")).hasText("Active");

      page.locator("[data-act=remove]").click();
      Locator yes = page.locator("#schedule-remove-yes");
      assertThat(yes).isDisabled();
      page.locator("#schedule-remove-name").fill(name);
      yes.click();
      assertThat(page).hasURL(Pattern.compile(".*/schedules$"));
      assertThat(page.getByText(name)).hasCount(0);
      Assertions.assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
  }
}
