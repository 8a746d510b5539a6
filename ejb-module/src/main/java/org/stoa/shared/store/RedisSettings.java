package org.stoa.shared.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/** Where the cache is: {@code STOA_REDIS_URL}, such as {@code redis://:secret@host:6379/0}. */
@Singleton
public class RedisSettings implements RoomSettings {

  private final URI url;

  /** Reads and checks. */
  @Inject
  public RedisSettings(Settings settings) {
    url = settings.required("stoa.redis.url", RedisSettings::redis);
  }

  /** The address of the cache with its database number. */
  public URI url() {
    return url;
  }

  private static URI redis(String text) {
    URI url = URI.create(text);
    boolean known = "redis".equals(url.getScheme()) || "rediss".equals(url.getScheme());
    if (!known || url.getHost() == null || url.getPort() < 0) {
      throw new IllegalArgumentException("must look like redis://host:port/0");
    }
    return url;
  }
}
