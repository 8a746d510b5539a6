package org.stoa.data.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.stoa.data.ColumnView;
import org.stoa.data.DatasetView;
import org.stoa.data.Loss;
import org.stoa.data.ReadOptions;
import org.stoa.data.VersionView;
import org.stoa.shared.Ids;
import org.stoa.shared.JsonText;

/** The rows about datasets and their versions. Every statement binds the organisation. */
public class DatasetStore {

  private static final Table<Record> DATASET = table(name("data_dataset"));
  private static final Field<UUID> ID = dataset("id", SQLDataType.UUID);
  private static final Field<UUID> ORGANISATION = dataset("org_id", SQLDataType.UUID);
  private static final Field<UUID> OWNER = dataset("owner", SQLDataType.UUID);
  private static final Field<String> NAME = dataset("name", SQLDataType.CLOB);
  private static final Field<String> LABEL = dataset("label", SQLDataType.CLOB);
  private static final Field<Instant> CREATED_AT = dataset("created_at", SQLDataType.INSTANT);
  private static final Field<UUID> ACTIVE = dataset("active_version", SQLDataType.UUID);

  private static final Table<Record> VERSION = table(name("data_version"));
  private static final Field<UUID> VERSION_ID = version("id", SQLDataType.UUID);
  private static final Field<UUID> VERSION_ORG = version("org_id", SQLDataType.UUID);
  private static final Field<UUID> DATASET_ID = version("dataset_id", SQLDataType.UUID);
  private static final Field<Integer> NUMBER = version("number", SQLDataType.INTEGER);
  private static final Field<Long> ROWS = version("row_count", SQLDataType.BIGINT);
  private static final Field<JSONB> COLUMNS = version("columns", SQLDataType.JSONB);
  private static final Field<String> PATH = version("path", SQLDataType.CLOB);
  private static final Field<Long> BYTES = version("bytes", SQLDataType.BIGINT);
  private static final Field<String> SHA256 = version("sha256", SQLDataType.CLOB);
  private static final Field<UUID> SOURCE_FILE = version("source_file", SQLDataType.UUID);
  private static final Field<String> SOURCE_LABEL = version("source_label", SQLDataType.CLOB);
  private static final Field<String> SOURCE_SHA256 = version("source_sha256", SQLDataType.CLOB);
  private static final Field<JSONB> OPTIONS = version("read_options", SQLDataType.JSONB);
  private static final Field<JSONB> LOSSES = version("losses", SQLDataType.JSONB);
  private static final Field<Long> JOB = version("job_id", SQLDataType.BIGINT);
  private static final Field<Instant> LOADED_AT = version("loaded_at", SQLDataType.INSTANT);

  private static final List<SelectField<?>> DATASET_FIELDS =
      List.of(ID, OWNER, NAME, LABEL, ACTIVE);
  private static final List<SelectField<?>> VERSION_FIELDS =
      List.of(
          VERSION_ID,
          DATASET_ID,
          NUMBER,
          ROWS,
          COLUMNS,
          PATH,
          SOURCE_FILE,
          SHA256,
          SOURCE_LABEL,
          SOURCE_SHA256,
          OPTIONS,
          LOSSES,
          JOB,
          LOADED_AT);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public DatasetStore(DSLContext sql) {
    this.sql = sql;
  }

  /** The datasets of an owner, by name. */
  public List<DatasetView> list(UUID organisation, UUID owner) {
    return datasets(ORGANISATION.eq(organisation).and(OWNER.eq(owner))).fetch(DatasetStore::view);
  }

  /** A dataset. */
  public Optional<DatasetView> find(UUID organisation, UUID id) {
    return datasets(ORGANISATION.eq(organisation).and(ID.eq(id))).fetchOptional(DatasetStore::view);
  }

  /** The dataset of this name, if the owner has it. */
  public Optional<DatasetView> find(UUID organisation, UUID owner, String name) {
    return datasets(ORGANISATION.eq(organisation).and(OWNER.eq(owner)).and(NAME.eq(name)))
        .fetchOptional(DatasetStore::view);
  }

  /** The versions of a dataset, the newest first. */
  public List<StoredVersion> versions(UUID organisation, UUID dataset) {
    return versions(organisation, DATASET_ID.eq(dataset)).fetch(DatasetStore::stored);
  }

  /** A version of a dataset. */
  public Optional<StoredVersion> version(UUID organisation, UUID dataset, int number) {
    return versions(organisation, DATASET_ID.eq(dataset).and(NUMBER.eq(number)))
        .fetchOptional(DatasetStore::stored);
  }

  /** The version of a dataset that is active; empty when none is. */
  public Optional<StoredVersion> activeVersion(UUID organisation, UUID dataset) {
    Condition active = VERSION_ID.eq(sql.select(ACTIVE).from(DATASET).where(ID.eq(dataset)));
    return versions(organisation, active).fetchOptional(DatasetStore::stored);
  }

  /**
   * Makes sure that the owner has a dataset of this name, and keeps everybody else from changing it
   * until the transaction ends.
   *
   * @param label what it means; null keeps what is there
   * @return the dataset as it is now
   */
  public DatasetView lock(UUID organisation, UUID owner, String name, String label, Instant now) {
    sql.insertInto(DATASET)
        .set(ID, Ids.next())
        .set(ORGANISATION, organisation)
        .set(OWNER, owner)
        .set(NAME, name)
        .set(LABEL, label)
        .set(CREATED_AT, now)
        .onConflict(ORGANISATION, OWNER, NAME)
        .doUpdate()
        .set(LABEL, coalesce(val(label, SQLDataType.CLOB), LABEL))
        .execute();
    return find(organisation, owner, name).orElseThrow();
  }

  /** Adds the next version of a dataset that is locked, and makes it the active one. */
  public VersionView activate(UUID organisation, UUID dataset, NewVersion version) {
    int number =
        sql.select(coalesce(max(NUMBER), 0).plus(1))
            .from(VERSION)
            .where(VERSION_ORG.eq(organisation).and(DATASET_ID.eq(dataset)))
            .fetchSingle()
            .value1();
    insert(organisation, dataset, number, version);
    sql.update(DATASET)
        .set(ACTIVE, version.id())
        .where(ORGANISATION.eq(organisation).and(ID.eq(dataset)))
        .execute();
    return version(organisation, dataset, number).orElseThrow().view();
  }

  /** Which of these paths belong to a version of whatever organisation. */
  public List<String> known(List<String> paths) {
    return sql.select(PATH).from(VERSION).where(PATH.in(paths)).fetch(PATH);
  }

  private void insert(UUID organisation, UUID dataset, int number, NewVersion version) {
    sql.insertInto(VERSION)
        .set(VERSION_ID, version.id())
        .set(VERSION_ORG, organisation)
        .set(DATASET_ID, dataset)
        .set(NUMBER, number)
        .set(ROWS, version.rows())
        .set(COLUMNS, ColumnsJson.write(version.columns()))
        .set(PATH, version.path())
        .set(BYTES, version.bytes())
        .set(SHA256, version.sha256())
        .set(SOURCE_FILE, version.source().file())
        .set(SOURCE_LABEL, version.source().label())
        .set(SOURCE_SHA256, version.source().sha256())
        .set(OPTIONS, JSONB.valueOf(JsonText.of(version.source().options())))
        .set(LOSSES, JSONB.valueOf(JsonText.of(version.losses())))
        .set(JOB, version.jobId())
        .set(LOADED_AT, version.loadedAt())
        .execute();
  }

  private ResultQuery<Record> datasets(Condition condition) {
    return sql.select(DATASET_FIELDS)
        .select(VERSION_FIELDS)
        .from(DATASET)
        .leftJoin(VERSION)
        .on(VERSION_ID.eq(ACTIVE))
        .where(condition)
        .orderBy(NAME);
  }

  private ResultQuery<Record> versions(UUID organisation, Condition condition) {
    return sql.select(VERSION_FIELDS)
        .from(VERSION)
        .where(VERSION_ORG.eq(organisation).and(condition))
        .orderBy(NUMBER.desc());
  }

  private static DatasetView view(Record found) {
    return new DatasetView(
        found.get(ID),
        found.get(OWNER),
        found.get(NAME),
        found.get(LABEL),
        found.get(ACTIVE) == null ? null : stored(found).view());
  }

  private static StoredVersion stored(Record found) {
    List<ColumnView> columns = ColumnsJson.read(found.get(COLUMNS));
    VersionView view =
        new VersionView(
            found.get(VERSION_ID),
            found.get(NUMBER),
            found.get(ROWS),
            columns.size(),
            found.get(SHA256),
            found.get(SOURCE_SHA256),
            found.get(SOURCE_LABEL),
            JsonText.read(found.get(OPTIONS).data(), ReadOptions.class),
            List.of(JsonText.read(found.get(LOSSES).data(), Loss[].class)),
            found.get(LOADED_AT),
            found.get(JOB),
            columns);
    return new StoredVersion(found.get(DATASET_ID), view, found.get(PATH), found.get(SOURCE_FILE));
  }

  private static <T> Field<T> dataset(String column, DataType<T> type) {
    return field(name("data_dataset", column), type);
  }

  private static <T> Field<T> version(String column, DataType<T> type) {
    return field(name("data_version", column), type);
  }
}
