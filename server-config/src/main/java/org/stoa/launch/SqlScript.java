package org.stoa.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script with variables as {@code psql} writes them: {@code :"name"} and {@code :'value'}. */
record SqlScript(String text) {

  private static final Pattern VARIABLE = Pattern.compile(":(\"|')(\\w+)\\1");

  static SqlScript resource(String name) {
    try (InputStream stream = SqlScript.class.getResourceAsStream(name)) {
      return new SqlScript(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Refusal("Cannot read " + name + " of the launcher: build again.", e);
    }
  }

  /** The statements with quoted values in place of the variables. */
  List<String> statements(Map<String, String> values) {
    String filled =
        VARIABLE
            .matcher(text.replaceAll("(?m)^--.*$", ""))
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        quoted(match.group(1), value(values, match.group(2)))));
    return Arrays.stream(filled.split(";\\s*\\n"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  private static String value(Map<String, String> values, String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException("The script needs a value for " + name + ".");
    }
    return values.get(name);
  }

  private static String quoted(String quote, String value) {
    return quote + value.replace(quote, quote + quote) + quote;
  }
}
