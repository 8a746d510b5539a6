package org.stoa.identity.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The names of this room's tables and columns, each written once. */
final class Tables {

  static final Table<Record> ORGANISATION = table(name("identity_organisation"));
  static final Field<UUID> ORGANISATION_ID = column(ORGANISATION, "id", SQLDataType.UUID);
  static final Field<String> ORGANISATION_NAME = column(ORGANISATION, "name", SQLDataType.CLOB);
  static final Field<Instant> ORGANISATION_CREATED =
      column(ORGANISATION, "created_at", SQLDataType.INSTANT);

  static final Table<Record> PERSON = table(name("identity_person"));
  static final Field<UUID> PERSON_ID = column(PERSON, "id", SQLDataType.UUID);
  static final Field<String> PERSON_EMAIL = column(PERSON, "email", SQLDataType.CLOB);
  static final Field<String> PERSON_NAME = column(PERSON, "name", SQLDataType.CLOB);
  static final Field<String> PERSON_PASSWORD = column(PERSON, "password_hash", SQLDataType.CLOB);
  static final Field<Instant> PERSON_CREATED = column(PERSON, "created_at", SQLDataType.INSTANT);

  static final Table<Record> MEMBERSHIP = table(name("identity_membership"));
  static final Field<UUID> MEMBERSHIP_ORGANISATION = column(MEMBERSHIP, "org_id", SQLDataType.UUID);
  static final Field<UUID> MEMBERSHIP_PERSON = column(MEMBERSHIP, "person_id", SQLDataType.UUID);
  static final Field<Instant> MEMBERSHIP_CREATED =
      column(MEMBERSHIP, "created_at", SQLDataType.INSTANT);
  static final Field<Instant> MEMBERSHIP_DISABLED =
      column(MEMBERSHIP, "disabled_at", SQLDataType.INSTANT);

  static final Table<Record> MEMBER_ROLE = table(name("identity_membership_role"));
  static final Field<UUID> MEMBER_ROLE_ORGANISATION =
      column(MEMBER_ROLE, "org_id", SQLDataType.UUID);
  static final Field<UUID> MEMBER_ROLE_PERSON = column(MEMBER_ROLE, "person_id", SQLDataType.UUID);
  static final Field<String> MEMBER_ROLE_NAME = column(MEMBER_ROLE, "role", SQLDataType.CLOB);

  static final Table<Record> ROLE_PERMISSION = table(name("identity_role_permission"));
  static final Field<String> ROLE_PERMISSION_ROLE =
      column(ROLE_PERMISSION, "role", SQLDataType.CLOB);
  static final Field<String> ROLE_PERMISSION_PATTERN =
      column(ROLE_PERMISSION, "pattern", SQLDataType.CLOB);

  static final Table<Record> SESSION = table(name("identity_session"));
  static final Field<UUID> SESSION_ID = column(SESSION, "id", SQLDataType.UUID);
  static final Field<UUID> SESSION_ORGANISATION = column(SESSION, "org_id", SQLDataType.UUID);
  static final Field<UUID> SESSION_PERSON = column(SESSION, "person_id", SQLDataType.UUID);
  static final Field<Instant> SESSION_STARTED = column(SESSION, "started_at", SQLDataType.INSTANT);
  static final Field<Instant> SESSION_EXPIRES = column(SESSION, "expires_at", SQLDataType.INSTANT);
  static final Field<Instant> SESSION_ENDED = column(SESSION, "ended_at", SQLDataType.INSTANT);
  static final Field<String> SESSION_WHY = column(SESSION, "ended_why", SQLDataType.CLOB);

  static final Table<Record> REFRESH = table(name("identity_refresh_token"));
  static final Field<String> REFRESH_HASH = column(REFRESH, "hash", SQLDataType.CLOB);
  static final Field<UUID> REFRESH_SESSION = column(REFRESH, "session_id", SQLDataType.UUID);
  static final Field<Instant> REFRESH_ISSUED = column(REFRESH, "issued_at", SQLDataType.INSTANT);
  static final Field<Instant> REFRESH_USED = column(REFRESH, "used_at", SQLDataType.INSTANT);

  static final Table<Record> FAILED = table(name("identity_failed_sign_in"));
  static final Field<String> FAILED_EMAIL = column(FAILED, "email_hash", SQLDataType.CLOB);
  static final Field<Integer> FAILED_FAILURES = column(FAILED, "failures", SQLDataType.INTEGER);
  static final Field<Instant> FAILED_LAST = column(FAILED, "last_at", SQLDataType.INSTANT);
  static final Field<Instant> FAILED_LOCKED = column(FAILED, "locked_until", SQLDataType.INSTANT);

  private Tables() {}

  private static <T> Field<T> column(Table<Record> table, String column, DataType<T> type) {
    return field(name(table.getName(), column), type);
  }
}
