package org.stoa.operations.gateway;

import java.util.Map;

/** Looks at a service by using it. */
@FunctionalInterface
public interface Look {

  /**
   * Uses the service.
   *
   * @return what is worth telling
   * @throws Exception when it does not answer as it should; the message of an {@link
   *     IllegalStateException} is shown
   */
  Map<String, String> atIt() throws Exception;
}
