package org.stoa.system;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A multipart form of files and perhaps a text, streamed. */
final class Multipart {

  private final String boundary = "stoa-" + UUID.randomUUID();
  private final List<Upload> files;
  private final String options;

  /** With the field {@code options} behind the files, unless it is null. */
  Multipart(List<Upload> files, String options) {
    this.files = List.copyOf(files);
    this.options = options;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher publisher() {
    return BodyPublishers.ofInputStream(this::open);
  }

  private InputStream open() {
    Stream<InputStream> parts =
        files.stream().flatMap(file -> Stream.of(head(file), file.content().get(), text("\r\n")));
    String end = options() + "--" + boundary + "--\r\n";
    List<InputStream> all = Stream.concat(parts, Stream.of(text(end))).toList();
    return new SequenceInputStream(Collections.enumeration(all));
  }

  private String options() {
    return options == null
        ? ""
        : "--%s\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n%s\r\n"
            .formatted(boundary, options);
  }

  private InputStream head(Upload file) {
    return text(
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(boundary, file.name().replace("\"", "%22")));
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
