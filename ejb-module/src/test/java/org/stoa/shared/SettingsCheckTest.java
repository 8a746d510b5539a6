package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.CreationException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.stoa.shared.store.RedisSettings;

class SettingsCheckTest {

  @Test
  void findsNothingWhenAllAreRight() {
    assertThat(SettingsCheck.faults(List.of(room(() -> new RoomSettings() {})))).isEmpty();
  }

  @Test
  void tellsTheFaultsOfAllRoomsAtOnce() {
    Settings nothing = new Settings(new MapConfig(Map.of()));

    assertThat(
            SettingsCheck.faults(
                List.of(
                    room(() -> new RedisSettings(nothing)),
                    room(() -> new RoomSettings() {}),
                    room(
                        () -> {
                          throw new CreationException(new WrongSetting("stoa.home", "is gone"));
                        }))))
        .containsExactly("STOA_REDIS_URL is not set.", "STOA_HOME is gone.");
  }

  @Test
  void doesNotTakeAnotherFailureForAWrongSetting() {
    Instance.Handle<RoomSettings> broken =
        room(
            () -> {
              throw new IllegalArgumentException("a fault of ours");
            });

    assertThatThrownBy(() -> SettingsCheck.faults(List.of(broken)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instance.Handle<RoomSettings> room(Supplier<RoomSettings> settings) {
    return new Instance.Handle<>() {
      @Override
      public RoomSettings get() {
        return settings.get();
      }

      @Override
      public Bean<RoomSettings> getBean() {
        throw new UnsupportedOperationException("not asked by the check");
      }

      @Override
      public void destroy() {
        throw new UnsupportedOperationException("settings live as long as the application");
      }

      @Override
      public void close() {
        destroy();
      }
    };
  }
}
