package org.stoa.work.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ResourceBundle;

/** What kinds of jobs are called on pages. */
@Named
@ApplicationScoped
public class JobWords {

  private final ResourceBundle text = ResourceBundle.getBundle("org.stoa.work.web.text");

  /** What a kind does, in words; the kind itself when nobody has given it words. */
  public String kind(String kind) {
    String key = "kind." + kind;
    return text.containsKey(key) ? text.getString(key) : kind;
  }
}
