package org.stoa.insight.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.stoa.insight.domain.DashboardDefinition;
import org.stoa.shared.Ids;
import org.stoa.shared.JsonText;

/** The rows about dashboards. Every statement binds the organisation. */
public class DashboardRecords {

  private static final Table<Record> DASHBOARD = table("insight_dashboard");
  private static final Field<UUID> ID = field("id", SQLDataType.UUID);
  private static final Field<UUID> ORGANISATION = field("org_id", SQLDataType.UUID);
  private static final Field<UUID> OWNER = field("owner", SQLDataType.UUID);
  private static final Field<String> TEMPLATE = field("template", SQLDataType.CLOB);
  private static final Field<JSONB> DEFINITION = field("definition", SQLDataType.JSONB);
  private static final Field<Instant> CREATED_AT = field("created_at", SQLDataType.INSTANT);
  private static final Field<Instant> MAPPED_AT = field("mapped_at", SQLDataType.INSTANT);
  private static final Field<Long> VERSION = field("version", SQLDataType.BIGINT);

  private static final List<SelectField<?>> COLUMNS =
      List.of(ID, OWNER, TEMPLATE, DEFINITION, CREATED_AT, MAPPED_AT, VERSION);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public DashboardRecords(DSLContext sql) {
    this.sql = sql;
  }

  /** The dashboards of an owner, the oldest first. */
  public List<StoredDashboard> list(UUID organisation, UUID owner) {
    return sql.select(COLUMNS)
        .from(DASHBOARD)
        .where(ORGANISATION.eq(organisation).and(OWNER.eq(owner)))
        .orderBy(ID)
        .fetch(DashboardRecords::dashboard);
  }

  /** One dashboard. */
  public Optional<StoredDashboard> find(UUID organisation, UUID id) {
    return sql.select(COLUMNS)
        .from(DASHBOARD)
        .where(ORGANISATION.eq(organisation).and(ID.eq(id)))
        .fetchOptional(DashboardRecords::dashboard);
  }

  /**
   * Lets one transaction at a time map the dashboards of an owner; it ends with the transaction.
   */
  public void lock(UUID owner) {
    sql.fetch("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", val("insight:" + owner));
  }

  /** The dashboard that a template made for an owner. */
  public Optional<StoredDashboard> find(UUID organisation, UUID owner, String template) {
    Condition made = OWNER.eq(owner).and(TEMPLATE.eq(template));
    return sql.select(COLUMNS)
        .from(DASHBOARD)
        .where(ORGANISATION.eq(organisation).and(made))
        .fetchOptional(DashboardRecords::dashboard);
  }

  /** Adds the dashboard of a template; the database refuses a second one for the same owner. */
  public UUID add(
      UUID organisation, UUID owner, String template, DashboardDefinition definition, Instant now) {
    UUID id = Ids.next();
    sql.insertInto(DASHBOARD)
        .set(ID, id)
        .set(ORGANISATION, organisation)
        .set(OWNER, owner)
        .set(TEMPLATE, template)
        .set(DEFINITION, json(definition))
        .set(CREATED_AT, now)
        .set(MAPPED_AT, now)
        .set(VERSION, 0L)
        .execute();
    return id;
  }

  /** Gives a dashboard another document. */
  public void redefine(UUID organisation, UUID id, DashboardDefinition definition, Instant now) {
    sql.update(DASHBOARD)
        .set(DEFINITION, json(definition))
        .set(MAPPED_AT, now)
        .set(VERSION, VERSION.plus(1))
        .where(ORGANISATION.eq(organisation).and(ID.eq(id)))
        .execute();
  }

  private static JSONB json(DashboardDefinition definition) {
    return JSONB.valueOf(JsonText.of(definition));
  }

  private static StoredDashboard dashboard(Record found) {
    return new StoredDashboard(
        found.get(ID),
        found.get(OWNER),
        found.get(TEMPLATE),
        JsonText.read(found.get(DEFINITION).data(), DashboardDefinition.class),
        found.get(CREATED_AT),
        found.get(MAPPED_AT),
        found.get(VERSION));
  }
}
