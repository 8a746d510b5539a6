package org.stoa.identity.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.stoa.identity.Caller;

/**
 * Who may act now, read from the tables at most every {@link #FRESH} for each person, so that a
 * request costs no statement and yet a disabled person or an ended session is refused soon on every
 * node. On the node that made the change it counts at once.
 */
@Singleton
public class CallerCache {

  /** How old an answer may be. */
  static final Duration FRESH = Duration.ofSeconds(20);

  private static final int MOST = 10_000;

  private final Map<Key, Answer> answers = new ConcurrentHashMap<>();
  private final PeopleRecords people;
  private final Clock clock;

  /** Over the tables of people. */
  @Inject
  public CallerCache(PeopleRecords people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** The person as one who may act for the organisation. */
  public Optional<Caller> caller(UUID organisation, UUID person) {
    return answer(new Key(organisation, person, null));
  }

  /** The person as one who may act for the organisation while the session of tokens lasts. */
  public Optional<Caller> caller(UUID organisation, UUID person, UUID session) {
    return answer(new Key(organisation, person, session));
  }

  /** Forgets what is known of the person, because it changed. */
  public void forget(UUID person) {
    answers.keySet().removeIf(key -> key.person().equals(person));
  }

  private Optional<Caller> answer(Key key) {
    Instant now = clock.instant();
    Answer known = answers.get(key);
    if (known != null && now.isBefore(known.goodUntil())) {
      return known.caller();
    }
    if (answers.size() >= MOST) {
      answers.clear();
    }
    Optional<Caller> read = read(key, now);
    answers.put(key, new Answer(read, now.plus(FRESH)));
    return read;
  }

  private Optional<Caller> read(Key key, Instant now) {
    return key.session() == null
        ? people.caller(key.organisation(), key.person())
        : people.caller(key.organisation(), key.person(), key.session(), now);
  }

  private record Key(UUID organisation, UUID person, UUID session) {}

  private record Answer(Optional<Caller> caller, Instant goodUntil) {}
}
