package org.stoa.identity.store;

import static org.stoa.identity.store.Tables.FAILED;
import static org.stoa.identity.store.Tables.FAILED_EMAIL;
import static org.stoa.identity.store.Tables.FAILED_FAILURES;
import static org.stoa.identity.store.Tables.FAILED_LAST;
import static org.stoa.identity.store.Tables.FAILED_LOCKED;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stoa.identity.domain.EmailAddress;
import org.stoa.identity.domain.FailedSignIns;
import org.stoa.identity.domain.LockoutPolicy;
import org.stoa.identity.token.Sha256;

/**
 * Counts failures to sign in. Every statement stands for itself and commits at once, because the
 * call that counts is going to be refused.
 */
public class FailedSignInRecords {

  private static final Duration KEPT = Duration.ofDays(1);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public FailedSignInRecords(DSLContext sql) {
    this.sql = sql;
  }

  /** The failures so far. */
  public FailedSignIns of(EmailAddress email) {
    return sql.select(FAILED_FAILURES, FAILED_LAST, FAILED_LOCKED)
        .from(FAILED)
        .where(FAILED_EMAIL.eq(key(email)))
        .fetchOptional(FailedSignInRecords::read)
        .orElse(FailedSignIns.NONE);
  }

  /** Counts one more. Of failures that come at the same time none is lost. */
  public FailedSignIns count(EmailAddress email, LockoutPolicy policy, Instant now) {
    forgetOld(now);
    FailedSignIns before = of(email);
    FailedSignIns after = policy.oneMore(before, now);
    while (!replace(email, before, after)) {
      before = of(email);
      after = policy.oneMore(before, now);
    }
    return after;
  }

  /** Forgets all: signing in worked. */
  public void forget(EmailAddress email) {
    sql.deleteFrom(FAILED).where(FAILED_EMAIL.eq(key(email))).execute();
  }

  private boolean replace(EmailAddress email, FailedSignIns before, FailedSignIns after) {
    return sql.insertInto(FAILED)
            .set(FAILED_EMAIL, key(email))
            .set(FAILED_FAILURES, after.failures())
            .set(FAILED_LAST, after.lastAt())
            .set(FAILED_LOCKED, after.lockedUntil())
            .onConflict(FAILED_EMAIL)
            .doUpdate()
            .set(FAILED_FAILURES, after.failures())
            .set(FAILED_LAST, after.lastAt())
            .set(FAILED_LOCKED, after.lockedUntil())
            .where(FAILED_FAILURES.eq(before.failures()))
            .and(FAILED_LAST.eq(before.lastAt()))
            .execute()
        == 1;
  }

  private void forgetOld(Instant now) {
    sql.deleteFrom(FAILED).where(FAILED_LAST.lt(now.minus(KEPT))).execute();
  }

  private static String key(EmailAddress email) {
    return Sha256.hex(email.text());
  }

  private static FailedSignIns read(Record row) {
    return new FailedSignIns(
        row.get(FAILED_FAILURES), row.get(FAILED_LAST), row.get(FAILED_LOCKED));
  }
}
