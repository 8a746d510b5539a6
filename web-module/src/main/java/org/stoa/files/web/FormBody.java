package org.stoa.files.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload2.core.RequestContext;

/**
 * The body of a request with a form. It remembers its last bytes, so that a form that ends exactly
 * between two of its files is told from a whole one.
 */
final class FormBody implements RequestContext {

  private static final int TAIL = 256;
  private static final int MAX_EPILOGUE = 1 << 16;

  private final HttpServletRequest request;
  private final Tail body;

  FormBody(HttpServletRequest request) throws IOException {
    this.request = request;
    this.body = new Tail(request.getInputStream());
  }

  @Override
  public String getCharacterEncoding() {
    return request.getCharacterEncoding();
  }

  @Override
  public long getContentLength() {
    return request.getContentLengthLong();
  }

  @Override
  public String getContentType() {
    return request.getContentType();
  }

  @Override
  public boolean isMultipartRelated() {
    return false;
  }

  @Override
  public InputStream getInputStream() {
    return body;
  }

  /**
   * Reads what may follow the form.
   *
   * @param boundary the text between the parts
   * @throws EOFException when the last boundary, which ends the form, has not come
   */
  void requireEnd(byte[] boundary) throws IOException {
    String end = "--" + new String(boundary, ISO_8859_1) + "--";
    for (int i = 0; i < MAX_EPILOGUE && !body.last().contains(end); i++) {
      if (body.read() < 0) {
        throw new EOFException("The form has no end.");
      }
    }
  }

  /** Keeps the last bytes that were read. */
  private static final class Tail extends FilterInputStream {

    private final byte[] kept = new byte[TAIL];
    private int count;

    Tail(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        keep(bytes, offset, read);
      }
      return read;
    }

    private void keep(byte[] bytes, int offset, int length) {
      int added = Math.min(length, TAIL);
      int stay = Math.min(count, TAIL - added);
      System.arraycopy(kept, count - stay, kept, 0, stay);
      System.arraycopy(bytes, offset + length - added, kept, stay, added);
      count = stay + added;
    }

    String last() {
      return new String(kept, 0, count, ISO_8859_1);
    }
  }
}
