package org.stoa.files.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadContentTypeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.stoa.files.FileView;
import org.stoa.files.IncomingForm;
import org.stoa.files.StoredFiles;
import org.stoa.files.UploadCutProblem;
import org.stoa.shared.InvalidProblem;

/**
 * Stores the files of a form (multipart/form-data) as they come, without keeping them anywhere in
 * between. All of them or none: when one is refused, those before it are removed again.
 */
@ApplicationScoped
public class MultipartUploads {

  /** The field of the form that holds a file; it may come more than once. */
  public static final String FIELD = "file";

  private static final Logger LOG = System.getLogger(MultipartUploads.class.getName());
  private static final int MAX_FILES = 100;
  private static final int MAX_PART_HEADER = 4_096;
  private static final int MAX_TEXT = 1 << 16;
  private static final String FORM = "The form";

  @EJB private StoredFiles files;

  /** For the container. */
  protected MultipartUploads() {}

  /** Into a store of one's own. */
  MultipartUploads(StoredFiles files) {
    this.files = files;
  }

  /**
   * Stores every file in the field {@code file}, and takes the text of other fields.
   *
   * @return the files in the order of the form, at least one, and the texts
   * @throws NotMultipartProblem when the request is no form of this kind
   * @throws InvalidProblem when there is no file, a file in another field, or too many, and when a
   *     text is too long
   * @throws UploadCutProblem when the request ends early
   */
  public IncomingForm store(HttpServletRequest request) {
    List<FileView> stored = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    boolean complete = false;
    try {
      storeAll(request, stored, fields);
      complete = true;
      return new IncomingForm(stored, fields);
    } catch (FileUploadContentTypeException e) {
      throw new NotMultipartProblem(request.getContentType());
    } catch (IOException e) {
      throw new UploadCutProblem(FORM, e);
    } finally {
      if (!complete) {
        stored.forEach(this::takeBack);
      }
    }
  }

  private void storeAll(
      HttpServletRequest request, List<FileView> stored, Map<String, String> fields)
      throws IOException {
    JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload = upload();
    FormBody body = new FormBody(request);
    FileItemInputIterator parts = upload.getItemIterator(body);
    while (parts.hasNext()) {
      FileItemInput part = parts.next();
      if (isFile(part)) {
        requireAllowed(part, stored.size());
        try (InputStream bytes = part.getInputStream()) {
          stored.add(files.store(part.getName(), bytes));
        }
      } else if (part.isFormField()) {
        fields.put(part.getFieldName(), text(part));
      }
    }
    body.requireEnd(upload.getBoundary(request.getContentType()));
    if (stored.isEmpty()) {
      throw new InvalidProblem(FIELD, "is missing: send one or more files in this field");
    }
  }

  private static String text(FileItemInput part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(MAX_TEXT + 1);
      if (bytes.length > MAX_TEXT) {
        throw new InvalidProblem(part.getFieldName(), "has more than " + MAX_TEXT + " bytes");
      }
      return new String(bytes, UTF_8);
    }
  }

  private static JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload() {
    JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload =
        new JakartaServletFileUpload<>();
    upload.setHeaderCharset(UTF_8);
    upload.setMaxPartHeaderSize(MAX_PART_HEADER);
    return upload;
  }

  /** A browser sends the field of a form in which no file was chosen with an empty name. */
  private static boolean isFile(FileItemInput part) {
    return !part.isFormField() && part.getName() != null && !part.getName().isEmpty();
  }

  private static void requireAllowed(FileItemInput part, int before) {
    if (!FIELD.equals(part.getFieldName())) {
      throw new InvalidProblem(
          String.valueOf(part.getFieldName()), "takes no file: send files in the field 'file'");
    }
    if (before == MAX_FILES) {
      throw new InvalidProblem(FIELD, "takes at most " + MAX_FILES + " files at once");
    }
  }

  /** The problem that led here is the one to tell; the sweep does not know of this one. */
  private void takeBack(FileView file) {
    try {
      files.remove(file.id());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The file {0} of a refused upload stays: {1}", file.id(), e);
    }
  }
}
