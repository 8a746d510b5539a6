package org.stoa.files.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.files.EmptyFileProblem;
import org.stoa.files.FileView;
import org.stoa.files.IncomingForm;
import org.stoa.files.StoredFiles;
import org.stoa.files.UploadCutProblem;
import org.stoa.shared.InvalidProblem;

class MultipartUploadsTest {

  private static final String END = "--b--\r\n";

  private final Shelf shelf = new Shelf();
  private final MultipartUploads uploads = new MultipartUploads(shelf);

  @Test
  void storesEveryFileInOrderAndTakesTheTextOfOtherFields() {
    String body =
        file("file", "zoë 😀.csv", "A\n1\n") + field("note", "x") + file("file", "b", "2");

    IncomingForm stored = uploads.store(form(body + END));

    assertThat(stored.files()).extracting(FileView::label).containsExactly("zoë 😀.csv", "b");
    assertThat(stored.fields()).containsExactly(Map.entry("note", "x"));
    assertThat(shelf.contents).containsExactly("A\n1\n", "2");
  }

  @Test
  void takesBackTheFilesBeforeOneThatIsRefused() {
    String body = file("file", "a.csv", "1") + file("file", "empty.csv", "") + END;

    assertThatThrownBy(() -> uploads.store(form(body))).isInstanceOf(EmptyFileProblem.class);

    assertThat(shelf.removed).hasSize(1).isEqualTo(shelf.ids);
  }

  @Test
  void takesBackEverythingWhenTheFormIsCutAnywhere() {
    byte[] whole =
        (file("file", "a.csv", "1,2") + file("file", "b.csv", "3,4") + END).getBytes(UTF_8);
    int lastNeeded = whole.length - "\r\n".length();
    for (int length = 0; length < lastNeeded; length++) {
      shelf.ids.clear();
      shelf.removed.clear();
      HttpServletRequest cut = form(Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> uploads.store(cut))
          .as("cut after %d bytes", length)
          .isInstanceOfAny(UploadCutProblem.class, InvalidProblem.class);
      assertThat(shelf.removed).isEqualTo(shelf.ids);
    }
  }

  @Test
  void refusesATextThatIsTooLong() {
    String body = file("file", "a.csv", "1") + field("note", "x".repeat(65_537)) + END;

    assertThatThrownBy(() -> uploads.store(form(body)))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("note");
    assertThat(shelf.removed).hasSize(1).isEqualTo(shelf.ids);
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> uploads.store(form(field("file", "text") + END)))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("file: is missing");
    assertThatThrownBy(() -> uploads.store(form(file("file", "", "") + END)))
        .isInstanceOf(InvalidProblem.class);
  }

  @Test
  void refusesFilesInOtherFields() {
    assertThatThrownBy(() -> uploads.store(form(file("data", "a.csv", "1") + END)))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("data: takes no file");
    assertThat(shelf.ids).isEmpty();
  }

  @Test
  void refusesWhatIsNoForm() {
    assertThatThrownBy(() -> uploads.store(request("application/json", "{}".getBytes(UTF_8))))
        .isInstanceOf(NotMultipartProblem.class)
        .hasMessageContaining("application/json");
  }

  private static String file(String field, String name, String content) {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + field
        + "\"; filename=\""
        + name
        + "\"\r\nContent-Type: text/csv\r\n\r\n"
        + content
        + "\r\n";
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static HttpServletRequest form(String body) {
    return form(body.getBytes(UTF_8));
  }

  private static HttpServletRequest form(byte[] body) {
    return request("multipart/form-data; boundary=b", body);
  }

  private static HttpServletRequest request(String type, byte[] body) {
    Map<String, Object> answers =
        Map.of(
            "getContentType",
            type,
            "getMethod",
            "POST",
            "getContentLength",
            body.length,
            "getContentLengthLong",
            (long) body.length,
            "getInputStream",
            new Body(body));
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            MultipartUploadsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              Object answer = answers.get(method.getName());
              if (answer == null && method.getReturnType().isPrimitive()) {
                throw new UnsupportedOperationException(method.getName());
              }
              return answer;
            });
  }

  /** Keeps what it is given in memory; refuses empty files as the real store does. */
  private static final class Shelf extends StoredFiles {

    private final List<UUID> ids = new ArrayList<>();
    private final List<UUID> removed = new ArrayList<>();
    private final List<String> contents = new ArrayList<>();

    @Override
    public FileView store(String name, InputStream bytes) {
      byte[] content = read(name, bytes);
      if (content.length == 0) {
        throw new EmptyFileProblem(name);
      }
      UUID id = UUID.randomUUID();
      ids.add(id);
      contents.add(new String(content, UTF_8));
      return new FileView(id, name, content.length, "", "text/csv", Instant.EPOCH, "ada");
    }

    private static byte[] read(String name, InputStream bytes) {
      try {
        return bytes.readAllBytes();
      } catch (IOException e) {
        throw new UploadCutProblem(name, e);
      }
    }

    @Override
    public void remove(UUID id) {
      removed.add(id);
    }
  }

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    Body(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UncheckedIOException(new IOException("not asynchronous"));
    }
  }
}
