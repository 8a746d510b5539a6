package org.stoa.launch;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files as a form sends them: they are read while they are sent. */
record MultipartBody(String boundary, BodyPublisher publisher) {

  static MultipartBody of(String field, List<Path> files) throws FileNotFoundException {
    String boundary = Secrets.urlBase64(24);
    List<BodyPublisher> parts = new ArrayList<>();
    for (Path file : files) {
      parts.add(
          text(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                      .formatted(boundary, field, file.getFileName())
                  + "Content-Type: application/octet-stream\r\n\r\n"));
      parts.add(BodyPublishers.ofFile(file));
      parts.add(text("\r\n"));
    }
    parts.add(text("--" + boundary + "--\r\n"));
    return new MultipartBody(boundary, BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }
}
