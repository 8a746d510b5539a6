package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {

  @ParameterizedTest
  @CsvSource({
    "*, study.read",
    "*, anything.at.all",
    "study.*, study.read",
    "study.*, study.protocol.read",
    "*.read, study.read",
    "*.read, identity.people.read",
    "study.read, study.read",
    "platform.*, platform.organisations.create"
  })
  void mayDoWhatAPatternCovers(String pattern, String permission) {
    assertThat(actor(pattern).may(permission)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "study.*, studyx.read",
    "study.*, study",
    "study.*, data.read",
    "*.read, study.create",
    "*.read, study.reader",
    "*.read, read",
    "study.read, study.create",
    "study.read, study.read.all",
    "'', study.read",
    "*, platform.organisations.create",
    "*.read, platform.organisations.read",
    "study.*, platform.organisations.read"
  })
  void mayNotDoWhatNoneCovers(String pattern, String permission) {
    assertThat(actor(pattern).may(permission)).isFalse();
  }

  private static Actor actor(String pattern) {
    return new Actor(
        UUID.randomUUID(), UUID.randomUUID(), "ada", Actor.Kind.PERSON, Set.of("x.y", pattern));
  }
}
