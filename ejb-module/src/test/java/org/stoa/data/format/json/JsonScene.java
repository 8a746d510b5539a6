package org.stoa.data.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.stoa.data.format.FileProblem;

/** JSON files that a test makes. */
final class JsonScene {

  private final Path file;

  JsonScene(Path folder) {
    this.file = folder.resolve("t.json");
  }

  JsonFile open(String text) throws IOException {
    return open(text.getBytes(UTF_8));
  }

  JsonFile open(byte[] bytes) throws IOException {
    return JsonFile.open(Files.write(file, bytes), "t.json", read -> {});
  }

  JsonFile openCompressed(byte[] bytes, long mostBytes) throws IOException {
    return JsonFile.openCompressed(Files.write(file, bytes), "t.dsjc", mostBytes, read -> {});
  }

  FileProblem refused(byte[] bytes) {
    FileProblem problem = catchThrowableOfType(FileProblem.class, () -> open(bytes));
    assertThat(problem).as("a problem of the file").isNotNull();
    return problem;
  }

  FileProblem refused(String text) {
    return refused(text.getBytes(UTF_8));
  }

  static byte[] zlib(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Dataset-JSON by lines.
   *
   * @param columns each as {@code NAME:dataType} or {@code NAME:dataType:targetDataType}
   */
  static String lines(List<String> columns, String... rows) {
    return "{" + head(columns, rows.length) + "}\n" + String.join("\n", rows) + "\n";
  }

  /** Dataset-JSON as one object. */
  static String object(List<String> columns, String... rows) {
    return "{" + head(columns, rows.length) + ",\"rows\":[" + String.join(",\n", rows) + "]}";
  }

  static String head(List<String> columns, int records) {
    String listed =
        IntStream.range(0, columns.size())
            .mapToObj(i -> column(columns.get(i).split(":")))
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    return """
        "datasetJSONCreationDateTime":"2026-03-01T12:00:00","datasetJSONVersion":"1.1.0",\
        "itemGroupOID":"IG.AE","records":%d,"name":"AE","label":"Adverse events","columns":[%s]"""
        .formatted(records, listed);
  }

  private static String column(String[] parts) {
    String target = parts.length > 2 ? ",\"targetDataType\":\"" + parts[2] + "\"" : "";
    return """
        {"itemOID":"IT.AE.%s","name":"%s","label":"The %s","dataType":"%s"%s}"""
        .formatted(parts[0], parts[0], parts[0], parts[1], target);
  }
}
