package org.stoa.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody with a browser of their own, who notices everything that goes wrong on a page. */
final class Visitor implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final URI base;
  private final Look look;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private int expected;

  Visitor(Browsers browsers, URI base, Look look) {
    this.base = base;
    this.look = look;
    this.context = browsers.chromium().newContext(look.context());
    this.page = context.newPage();
    page.onConsoleMessage(this::hear);
    page.onPageError(error -> complaints.add("script error: " + error));
    page.onResponse(this::see);
  }

  /** The page, to act on. */
  Page page() {
    return page;
  }

  /** From now on an answer with this status is no reason to complain. */
  Visitor expecting(int status) {
    expected = status;
    return this;
  }

  /** Goes to a path of the application. */
  Visitor open(String path) {
    page.navigate(base.resolve(path).toString());
    return this;
  }

  /** Signs in by the page that asks for it. */
  Visitor signIn(String email, String password) {
    open("/");
    page.getByLabel("E-mail").fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.getByRole(AriaRole.NAVIGATION).first().waitFor();
    return this;
  }

  /** Keeps a picture of the whole page in {@code target/screenshots}. */
  Visitor picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(SCREENSHOTS.resolve(name + "-" + look.tag() + ".png")));
    return this;
  }

  /** What the console and the network complained of since the last question. */
  List<String> heard() {
    List<String> all = List.copyOf(complaints);
    complaints.clear();
    return all;
  }

  /** All that is wrong with the page as it stands, in sentences; empty when nothing is. */
  List<String> complaints() {
    List<String> all = new ArrayList<>(heard());
    all.addAll(barriers());
    if (scrollsSideways()) {
      all.add(page.url() + " scrolls sideways at " + look.tag());
    }
    return all;
  }

  /** What axe finds that would keep people out. */
  private List<String> barriers() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> page.url() + " " + tell(rule))
            .toList();
  }

  private static String tell(Rule rule) {
    List<String> places = rule.getNodes().stream().map(node -> node.getHtml()).toList();
    return "%s (%s): %s: %s".formatted(rule.getId(), rule.getImpact(), rule.getHelp(), places);
  }

  private boolean scrollsSideways() {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Violations of the content security policy come as console errors too. */
  private void hear(ConsoleMessage message) {
    boolean loud = message.type().equals("error") || message.type().equals("warning");
    if (loud && !message.text().contains("status of " + expected)) {
      complaints.add("console " + message.type() + ": " + message.text());
    }
  }

  private void see(Response response) {
    if (response.status() >= 400 && response.status() != expected) {
      complaints.add(response.status() + " at " + response.url());
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
