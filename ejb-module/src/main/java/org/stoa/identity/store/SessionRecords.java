package org.stoa.identity.store;

import static org.stoa.identity.store.Tables.REFRESH;
import static org.stoa.identity.store.Tables.REFRESH_HASH;
import static org.stoa.identity.store.Tables.REFRESH_ISSUED;
import static org.stoa.identity.store.Tables.REFRESH_SESSION;
import static org.stoa.identity.store.Tables.SESSION;
import static org.stoa.identity.store.Tables.SESSION_ENDED;
import static org.stoa.identity.store.Tables.SESSION_EXPIRES;
import static org.stoa.identity.store.Tables.SESSION_ID;
import static org.stoa.identity.store.Tables.SESSION_ORGANISATION;
import static org.stoa.identity.store.Tables.SESSION_PERSON;
import static org.stoa.identity.store.Tables.SESSION_STARTED;
import static org.stoa.identity.store.Tables.SESSION_WHY;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stoa.identity.token.RefreshToken;

/** The rows of sessions and of the refresh tokens that follow from them. */
public class SessionRecords {

  /**
   * Uses up one refresh token and puts the next in its place, in one statement: of two callers with
   * the same token one gets the row, the other gets nothing.
   */
  private static final String ROTATE =
      """
      WITH used AS (
        UPDATE identity_refresh_token SET used_at = CAST(? AS timestamptz)
        WHERE hash = ? AND used_at IS NULL
        RETURNING session_id
      ), live AS (
        SELECT s.id, s.org_id, s.person_id
        FROM identity_session s JOIN used ON used.session_id = s.id
        WHERE s.ended_at IS NULL AND s.expires_at > CAST(? AS timestamptz)
      ), next AS (
        INSERT INTO identity_refresh_token (hash, session_id, issued_at)
        SELECT ?, live.id, CAST(? AS timestamptz) FROM live
      )
      SELECT id, org_id, person_id FROM live
      """;

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public SessionRecords(DSLContext sql) {
    this.sql = sql;
  }

  /** Starts a session with its first refresh token. */
  public void start(Session session, Instant now, Instant expiresAt, RefreshToken first) {
    sql.insertInto(SESSION)
        .set(SESSION_ID, session.id())
        .set(SESSION_ORGANISATION, session.organisation())
        .set(SESSION_PERSON, session.person())
        .set(SESSION_STARTED, now)
        .set(SESSION_EXPIRES, expiresAt)
        .execute();
    sql.insertInto(REFRESH)
        .set(REFRESH_HASH, first.hash())
        .set(REFRESH_SESSION, session.id())
        .set(REFRESH_ISSUED, now)
        .execute();
  }

  /** Replaces an unused token of a running session by the next; empty when it is not that. */
  public Optional<Session> rotate(RefreshToken shown, RefreshToken next, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return sql.resultQuery(ROTATE, at, shown.hash(), at, next.hash(), at)
        .fetchOptional(SessionRecords::session);
  }

  /** The session to which the token belongs, used or not, running or ended. */
  public Optional<Session> of(RefreshToken token) {
    return sql.select(SESSION_ID, SESSION_ORGANISATION, SESSION_PERSON)
        .from(REFRESH)
        .join(SESSION)
        .on(SESSION_ID.eq(REFRESH_SESSION))
        .where(REFRESH_HASH.eq(token.hash()))
        .fetchOptional(SessionRecords::session);
  }

  /** Ends a running session; false when it had ended before. */
  public boolean end(UUID session, EndedWhy why, Instant now) {
    return sql.update(SESSION)
            .set(SESSION_ENDED, now)
            .set(SESSION_WHY, why.name())
            .where(SESSION_ID.eq(session))
            .and(SESSION_ENDED.isNull())
            .execute()
        == 1;
  }

  private static Session session(Record row) {
    return new Session(
        row.get("id", UUID.class), row.get("org_id", UUID.class), row.get("person_id", UUID.class));
  }

  /** Why a session came to its end before its time. */
  public enum EndedWhy {
    /** The person asked for it. */
    REVOKED,
    /** A refresh token was shown twice, so somebody else has it too. */
    REUSED
  }

  /**
   * One signing-in for tokens.
   *
   * @param id the session
   * @param organisation for which the person works
   * @param person who signed in
   */
  public record Session(UUID id, UUID organisation, UUID person) {}
}
