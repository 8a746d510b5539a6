package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageRoutesTest {

  private final PageRoutes routes = new PageRoutes();

  @BeforeEach
  void somePages() {
    routes.add("/pages/index.xhtml");
    routes.add("/pages/login.xhtml");
    routes.add("/pages/studies/index.xhtml");
    routes.add("/pages/studies/new.xhtml");
    routes.add("/pages/studies/_study/index.xhtml");
    routes.add("/pages/studies/_study/dashboards/_dashboard.xhtml");
  }

  @Test
  void anAddressIsThePathOfItsView() {
    assertThat(routes.resolve("/login")).contains("/pages/login.xhtml");
    assertThat(routes.resolve("/")).contains("/pages/index.xhtml");
    assertThat(routes.resolve("/studies")).contains("/pages/studies/index.xhtml");
    assertThat(routes.resolve("/studies/")).contains("/pages/studies/index.xhtml");
  }

  @Test
  void aNameWithAnUnderscoreStandsForAnySegment() {
    assertThat(routes.resolve("/studies/17"))
        .contains("/pages/studies/_study/index.xhtml?study=17");
    assertThat(routes.resolve("/studies/17/dashboards/3"))
        .contains("/pages/studies/_study/dashboards/_dashboard.xhtml?study=17&dashboard=3");
  }

  @Test
  void aLiteralNameWinsOverAParameter() {
    assertThat(routes.resolve("/studies/new")).contains("/pages/studies/new.xhtml");
  }

  @Test
  void aSegmentCannotSmuggleAParameter() {
    assertThat(routes.resolve("/studies/17&code=x"))
        .contains("/pages/studies/_study/index.xhtml?study=17%26code%3Dx");
  }

  @Test
  void thereIsNoPageWhereThereIsNoView() {
    assertThat(routes.resolve("/nowhere")).isEmpty();
    assertThat(routes.resolve("/studies/17/dashboards")).isEmpty();
    assertThat(routes.resolve("/login/more")).isEmpty();
  }

  @Test
  void theFirstSegmentsAreTheSections() {
    assertThat(routes.sections()).containsExactly("login", "studies");
  }
}
