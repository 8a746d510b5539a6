package org.stoa.audit.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditQuery;
import org.stoa.audit.AuditView;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;

/** The rows of the trail. There are methods to add and to read, and no others. */
public class AuditRecords {

  private static final Table<Record> ENTRY = table("audit_entry");
  private static final Field<UUID> ID = field("id", SQLDataType.UUID);
  private static final Field<Long> POSITION = field("position", SQLDataType.BIGINT);
  private static final Field<UUID> ORGANISATION = field("org_id", SQLDataType.UUID);
  private static final Field<Instant> AT = field("at", SQLDataType.INSTANT);
  private static final Field<UUID> ACTOR_ID = field("actor_id", SQLDataType.UUID);
  private static final Field<String> ACTOR_NAME = field("actor_name", SQLDataType.CLOB);
  private static final Field<String> ACTOR_KIND = field("actor_kind", SQLDataType.CLOB);
  private static final Field<String> ACTION = field("action", SQLDataType.CLOB);
  private static final Field<String> SUBJECT_TYPE = field("subject_type", SQLDataType.CLOB);
  private static final Field<String> SUBJECT_ID = field("subject_id", SQLDataType.CLOB);
  private static final Field<JSONB> BEFORE = field("before", SQLDataType.JSONB);
  private static final Field<JSONB> AFTER = field("after", SQLDataType.JSONB);

  private static final List<SelectField<?>> COLUMNS =
      List.of(
          ID,
          POSITION,
          AT,
          ACTOR_ID,
          ACTOR_NAME,
          ACTOR_KIND,
          ACTION,
          SUBJECT_TYPE,
          SUBJECT_ID,
          BEFORE,
          AFTER);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public AuditRecords(DSLContext sql) {
    this.sql = sql;
  }

  /** Adds an entry for the actor's organisation. */
  public void add(Actor actor, Instant at, AuditEntry entry) {
    sql.insertInto(ENTRY)
        .set(ID, Ids.next())
        .set(ORGANISATION, actor.organisation())
        .set(AT, at)
        .set(ACTOR_ID, actor.id())
        .set(ACTOR_NAME, actor.name())
        .set(ACTOR_KIND, actor.kind().name())
        .set(ACTION, entry.action())
        .set(SUBJECT_TYPE, entry.subjectType())
        .set(SUBJECT_ID, entry.subjectId())
        .set(BEFORE, json(entry.before()))
        .set(AFTER, json(entry.after()))
        .execute();
  }

  /** The organisation's entries that fit, newest first. */
  public Page<AuditView> list(UUID organisation, AuditQuery query, PageRequest page) {
    List<Row> rows =
        sql.select(COLUMNS)
            .from(ENTRY)
            .where(ORGANISATION.eq(organisation))
            .and(equal(SUBJECT_TYPE, query.subjectType()))
            .and(equal(SUBJECT_ID, query.subjectId()))
            .and(equal(ACTOR_ID, query.actor()))
            .and(equal(ACTION, query.action()))
            .and(page.after().map(after -> POSITION.lt(position(after))).orElse(noCondition()))
            .orderBy(POSITION.desc())
            .limit(page.limit() + 1)
            .fetch(AuditRecords::row);
    return Page.of(rows, page.limit(), row -> Long.toString(row.position())).map(Row::view);
  }

  /** One entry of the organisation. */
  public AuditView find(UUID organisation, UUID id) {
    return sql.select(COLUMNS)
        .from(ENTRY)
        .where(ORGANISATION.eq(organisation).and(ID.eq(id)))
        .fetchOptional(AuditRecords::row)
        .orElseThrow(() -> new NotFoundProblem("audit entry", id))
        .view();
  }

  private static <T> Condition equal(Field<T> field, T wanted) {
    return wanted == null ? noCondition() : field.eq(wanted);
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }

  private static JSONB json(Object values) {
    return values == null ? null : JSONB.valueOf(JsonText.of(values));
  }

  private static Row row(Record found) {
    return new Row(
        found.get(POSITION),
        new AuditView(
            found.get(ID),
            found.get(AT),
            found.get(ACTOR_ID),
            found.get(ACTOR_NAME),
            found.get(ACTOR_KIND),
            found.get(ACTION),
            found.get(SUBJECT_TYPE),
            found.get(SUBJECT_ID),
            tree(found.get(BEFORE)),
            tree(found.get(AFTER))));
  }

  private static JsonValue tree(JSONB values) {
    return values == null ? null : JsonText.tree(values.data());
  }

  private record Row(long position, AuditView view) {}
}
