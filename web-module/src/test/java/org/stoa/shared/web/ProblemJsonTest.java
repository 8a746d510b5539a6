package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.UnauthenticatedProblem;

class ProblemJsonTest {

  @Test
  void hasTheMembersOfTheStandardAndItsOwn() {
    String text = ProblemJson.text(new InvalidProblem("name", "is \"missing\""), "/api/v1/people");

    assertThat(JsonText.tree(text))
        .isEqualTo(
            JsonText.tree(
                "{\"type\": \"urn:stoa:problem:invalid\", \"title\": \"The input is not valid\","
                    + " \"status\": 400, \"detail\": \"name: is \\\"missing\\\"\","
                    + " \"instance\": \"/api/v1/people\","
                    + " \"errors\": [{\"field\": \"name\", \"message\": \"is \\\"missing\\\"\"}]}"));
    assertThat(text).startsWith("{\"type\":\"urn:stoa:problem:invalid\",\"title\"");
  }

  @Test
  void asksForATokenWhenNobodyIsSignedIn() {
    assertThat(ProblemJson.headers(new UnauthenticatedProblem()))
        .containsEntry("WWW-Authenticate", "Bearer realm=\"stoa\"");
  }
}
