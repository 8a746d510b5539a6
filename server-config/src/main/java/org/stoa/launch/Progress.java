package org.stoa.launch;

import java.time.Duration;

/** Hears how far the stack is; each method is called as things happen, from several threads. */
public interface Progress {

  /** A step began. */
  void began(String step);

  /** A step ended well. */
  void done(String step, Duration took);

  /** Something that the person should know. */
  void say(String sentence);

  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void began(String step) {}

        @Override
        public void done(String step, Duration took) {}

        @Override
        public void say(String sentence) {}
      };
}
