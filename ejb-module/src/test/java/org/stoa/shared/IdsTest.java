package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void areOfVersionSevenAndTheVariantOfTheStandard() {
    UUID id = Ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void beginWithTheTimeAsTheExampleOfTheStandardDoes() {
    assertThat(Ids.at(0x017F22E279B0L).toString()).startsWith("017f22e2-79b0-7");
  }

  @Test
  void sortByTheTimeAsTextAndAsPostgresqlSortsThem() {
    long now = 1_772_366_400_000L;

    assertThat(Ids.at(now).toString()).isLessThan(Ids.at(now + 1).toString());
    assertThat(Ids.at(now + 255).toString()).isLessThan(Ids.at(now + 256).toString());
  }

  @Test
  void differWithinOneMillisecond() {
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(Ids.at(1_772_366_400_000L));
    }

    assertThat(ids).hasSize(10_000);
  }
}
