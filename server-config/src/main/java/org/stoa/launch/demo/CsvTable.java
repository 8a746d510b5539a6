package org.stoa.launch.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a domain as CSV (RFC 4180, UTF-8) with the names of the variables as the header. */
final class CsvTable {

  private static final String END_OF_ROW = "\r\n";

  private CsvTable() {}

  static void write(Path file, Domain domain, List<Subject> subjects) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(line(domain.variables().stream().map(Variable::name).toList()));
      for (Subject subject : subjects) {
        for (List<Object> row : domain.rows(subject)) {
          out.write(line(row));
        }
      }
    }
  }

  private static String line(List<?> values) {
    return values.stream().map(CsvTable::cell).collect(Collectors.joining(",", "", END_OF_ROW));
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
