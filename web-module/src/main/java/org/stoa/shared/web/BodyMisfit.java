package org.stoa.shared.web;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stoa.shared.Problem;

/** Says which member of a JSON body does not fit the object that is wanted. */
final class BodyMisfit {

  private static final Pattern PROPERTY = Pattern.compile("property '([^']{1,100})'");
  private static final Pattern VALUE =
      Pattern.compile("(?:No enum constant .*\\.|Invalid UUID string: )(.+)", Pattern.DOTALL);

  private BodyMisfit() {}

  /** The problem of the object itself when it refused its values, else what JSON-B found. */
  static Problem of(JsonbException failure, JsonValue body) {
    return Causes.find(failure, Problem.class)
        .or(() -> ofType(failure))
        .or(() -> ofValue(failure, body))
        .orElseGet(
            () ->
                MalformedBodyProblem.shape(
                    "It is JSON, but not of the wanted shape. The API is described at"
                        + " /api/docs."));
  }

  private static Optional<Problem> ofType(JsonbException failure) {
    Matcher property = PROPERTY.matcher(String.valueOf(failure.getMessage()));
    return property.find()
        ? Optional.of(
            MalformedBodyProblem.inField(
                property.group(1), "The member " + property.group(1) + " has the wrong type."))
        : Optional.empty();
  }

  private static Optional<Problem> ofValue(JsonbException failure, JsonValue body) {
    return Causes.find(failure, IllegalArgumentException.class)
        .map(cause -> VALUE.matcher(String.valueOf(cause.getMessage())))
        .filter(Matcher::matches)
        .flatMap(value -> paths("", body, value.group(1)).findFirst())
        .map(
            path ->
                MalformedBodyProblem.inField(
                    path, "The member " + path + " has a value that is not possible there."));
  }

  /** Where in the body the text stands. */
  private static Stream<String> paths(String path, JsonValue value, String text) {
    return switch (value.getValueType()) {
      case STRING ->
          ((JsonString) value).getString().equals(text) ? Stream.of(path) : Stream.empty();
      case ARRAY -> value.asJsonArray().stream().flatMap(item -> paths(path + "[]", item, text));
      case OBJECT ->
          value.asJsonObject().entrySet().stream()
              .flatMap(
                  member ->
                      paths(
                          path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                          member.getValue(),
                          text));
      default -> Stream.empty();
    };
  }
}
