package org.stoa.data.format;

import java.util.Map;

/** Where something is in a file. Its text is how a sentence names it. */
public interface Place {

  /** What a program can read of it, by the name of the member of a problem. */
  Map<String, Object> members();
}
