package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProductVersionTest {

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(ProductVersion.text()).matches("\\d+(\\.\\d+)*(-[A-Z0-9]+)?");
  }
}
