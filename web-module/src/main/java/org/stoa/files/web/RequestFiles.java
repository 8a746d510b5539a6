package org.stoa.files.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.stoa.files.FileView;
import org.stoa.files.IncomingFiles;

/** The files of the form that the current request is. */
@RequestScoped
public class RequestFiles implements IncomingFiles {

  @Inject private HttpServletRequest request;
  @Inject private MultipartUploads uploads;

  @Override
  public List<FileView> store() {
    return uploads.store(request);
  }
}
