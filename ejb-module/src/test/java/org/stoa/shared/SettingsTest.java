package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.shared.store.RedisSettings;

class SettingsTest {

  @Test
  void nameTheMissingOneAsTheEnvironmentDoes() {
    assertThatThrownBy(() -> settings(Map.of()).required("stoa.redis.url", Function.identity()))
        .isInstanceOf(WrongSetting.class)
        .hasMessage("STOA_REDIS_URL is not set.");
  }

  @Test
  void takeABlankForMissing() {
    assertThat(settings(Map.of("a", "  ")).optional("a", "default", Function.identity()))
        .isEqualTo("default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "ten", "1.5", "99999999999999999999"})
  void sayWhichNumbersAreAccepted(String text) {
    assertThatThrownBy(() -> settings(Map.of("stoa.size", text)).number("stoa.size", 5, 1, 10))
        .hasMessage("STOA_SIZE must be a whole number from 1 to 10.");
  }

  @Test
  void neverTellAValueThatMayBeASecret() {
    assertThatThrownBy(
            () -> new RedisSettings(settings(Map.of("stoa.redis.url", "http://:secret@host"))))
        .hasMessage("STOA_REDIS_URL must look like redis://host:port/0.")
        .hasMessageNotContaining("secret");
  }

  @Test
  void readTheAddressOfTheCache() {
    Settings settings = settings(Map.of("stoa.redis.url", "redis://:secret@127.0.0.1:6379/0"));

    assertThat(new RedisSettings(settings).url())
        .isEqualTo(URI.create("redis://:secret@127.0.0.1:6379/0"));
  }

  private static Settings settings(Map<String, String> values) {
    return new Settings(new MapConfig(values));
  }
}
