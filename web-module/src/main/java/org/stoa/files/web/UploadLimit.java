package org.stoa.files.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stoa.files.FilesSettings;

/** How large a file may be, for pages that take files. */
@Named
@RequestScoped
public class UploadLimit {

  @Inject private FilesSettings settings;

  /** In bytes. */
  public long getBytes() {
    return settings.maxBytes();
  }
}
