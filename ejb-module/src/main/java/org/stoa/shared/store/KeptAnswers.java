package org.stoa.shared.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.stoa.shared.Actor;
import org.stoa.shared.IdempotentAnswer;
import org.stoa.shared.IdempotentRequest;

/** The rows about answers to requests with a key, for each caller its own. */
public class KeptAnswers {

  private static final Table<Record> ANSWER = table(name("shared_idempotent_answer"));
  private static final Field<UUID> ORGANISATION = column("org_id", SQLDataType.UUID);
  private static final Field<UUID> CALLER = column("caller", SQLDataType.UUID);
  private static final Field<String> KEY_HASH = column("key_hash", SQLDataType.CLOB);
  private static final Field<String> FINGERPRINT = column("fingerprint", SQLDataType.CLOB);
  private static final Field<Integer> STATUS = column("status", SQLDataType.INTEGER);
  private static final Field<String> LOCATION = column("location", SQLDataType.CLOB);
  private static final Field<String> ETAG = column("etag", SQLDataType.CLOB);
  private static final Field<String> BODY = column("body", SQLDataType.CLOB);
  private static final Field<Instant> ANSWERED_AT = column("answered_at", SQLDataType.INSTANT);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public KeptAnswers(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * An answer and the request that got it.
   *
   * @param fingerprint of the request
   * @param answer what it got
   */
  public record Kept(String fingerprint, IdempotentAnswer answer) {}

  /**
   * Keeps the key for the current transaction, until its end.
   *
   * @return false when another transaction has it
   */
  public boolean reserve(Actor caller, IdempotentRequest request) {
    String key = "idempotency:" + caller.organisation() + caller.id() + request.keyHash();
    return sql.fetchSingle("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))", key)
        .get(0, Boolean.class);
  }

  /** What the caller got for this key. */
  public Optional<Kept> find(Actor caller, IdempotentRequest request) {
    return sql.select(FINGERPRINT, STATUS, LOCATION, ETAG, BODY)
        .from(ANSWER)
        .where(ORGANISATION.eq(caller.organisation()))
        .and(CALLER.eq(caller.id()))
        .and(KEY_HASH.eq(request.keyHash()))
        .fetchOptional(KeptAnswers::kept);
  }

  /** Keeps the answer, if the current transaction commits. */
  public void keep(Actor caller, IdempotentRequest request, IdempotentAnswer answer, Instant now) {
    sql.insertInto(ANSWER)
        .set(ORGANISATION, caller.organisation())
        .set(CALLER, caller.id())
        .set(KEY_HASH, request.keyHash())
        .set(FINGERPRINT, request.fingerprint())
        .set(STATUS, answer.status())
        .set(LOCATION, answer.location())
        .set(ETAG, answer.etag())
        .set(BODY, answer.body())
        .set(ANSWERED_AT, now)
        .execute();
  }

  /** Removes what was answered before, of all organisations; tells how many answers that were. */
  public int removeBefore(Instant moment) {
    return sql.deleteFrom(ANSWER).where(ANSWERED_AT.lt(moment)).execute();
  }

  private static Kept kept(Record found) {
    return new Kept(
        found.get(FINGERPRINT),
        new IdempotentAnswer(
            found.get(STATUS), found.get(LOCATION), found.get(ETAG), found.get(BODY), true));
  }

  private static <T> Field<T> column(String name, DataType<T> type) {
    return field(name("shared_idempotent_answer", name), type);
  }
}
