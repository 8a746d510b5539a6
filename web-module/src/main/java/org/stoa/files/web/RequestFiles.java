package org.stoa.files.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.stoa.files.IncomingFiles;
import org.stoa.files.IncomingForm;

/** The files of the form that the current request is. */
@RequestScoped
public class RequestFiles implements IncomingFiles {

  @Inject private HttpServletRequest request;
  @Inject private MultipartUploads uploads;

  @Override
  public IncomingForm store() {
    return uploads.store(request);
  }
}
