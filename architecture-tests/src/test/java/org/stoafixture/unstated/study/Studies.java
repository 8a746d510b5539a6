package org.stoafixture.unstated.study;

import jakarta.ejb.Stateless;
import org.stoa.shared.Allowed;

/** States who may call it in two of four places, once wrongly. */
@Stateless
public class Studies {

  /** Stated. */
  @Allowed("study.read")
  public int count() {
    return helper();
  }

  /** Not stated. */
  public void delete() {}

  /** Another room's permission. */
  @Allowed("data.read")
  public int rows() {
    return helper();
  }

  int helper() {
    return 0;
  }
}
