package org.stoa.data.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.stoa.data.ExportFormat;
import org.stoa.data.Loss;
import org.stoa.shared.JsonText;

/** What formats do not keep of versions. A version never changes, so it is found out once. */
public class LossStore {

  private static final Table<Record> LOSS = table(name("data_export_loss"));
  private static final Field<UUID> VERSION = field(name("version_id"), SQLDataType.UUID);
  private static final Field<UUID> ORGANISATION = field(name("org_id"), SQLDataType.UUID);
  private static final Field<String> FORMAT = field(name("format"), SQLDataType.CLOB);
  private static final Field<JSONB> LOSSES = field(name("losses"), SQLDataType.JSONB);
  private static final Field<Instant> EXAMINED_AT = field(name("examined_at"), SQLDataType.INSTANT);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public LossStore(DSLContext sql) {
    this.sql = sql;
  }

  /** What was found out; empty when nobody asked yet. */
  public Optional<List<Loss>> find(UUID organisation, UUID version, ExportFormat format) {
    return sql.select(LOSSES)
        .from(LOSS)
        .where(ORGANISATION.eq(organisation).and(VERSION.eq(version)).and(FORMAT.eq(format.word())))
        .fetchOptional(LOSSES)
        .map(json -> List.of(JsonText.read(json.data(), Loss[].class)));
  }

  /** Keeps what was found out. Whoever was faster found out the same. */
  public void keep(
      UUID organisation, UUID version, ExportFormat format, List<Loss> losses, Instant now) {
    sql.insertInto(LOSS)
        .set(ORGANISATION, organisation)
        .set(VERSION, version)
        .set(FORMAT, format.word())
        .set(LOSSES, JSONB.valueOf(JsonText.of(losses)))
        .set(EXAMINED_AT, now)
        .onConflictDoNothing()
        .execute();
  }
}
