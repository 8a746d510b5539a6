package org.stoa.data;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.data.RowPage.RowColumn;
import org.stoa.data.analytics.Answers;
import org.stoa.data.analytics.RowCursor;
import org.stoa.data.analytics.VersionReader;
import org.stoa.data.analytics.VersionReader.NumberedRow;
import org.stoa.data.analytics.VersionSource;
import org.stoa.data.store.Checksum;
import org.stoa.data.store.DataSettings;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.StoredVersion;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;

/** The datasets of the current organisation: what there is, its rows, and answers from them. */
@Stateless
public class Datasets {

  private DatasetStore store;
  private VersionReader reader;
  private Answers answers;
  private DataSettings settings;
  private Clock clock;

  /** For the container's proxies only. */
  protected Datasets() {}

  /** With the rows about datasets, what reads versions and keeps answers, and where these lie. */
  @Inject
  public Datasets(
      DatasetStore store,
      VersionReader reader,
      Answers answers,
      DataSettings settings,
      Clock clock) {
    this.store = store;
    this.reader = reader;
    this.answers = answers;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The datasets of an owner, by name. For a list that goes out, take each one's {@link
   * DatasetView#summary()}.
   */
  @Allowed(DataPermissions.READ)
  public List<DatasetView> list(UUID owner) {
    return store.list(CallContext.organisation(), owner);
  }

  /**
   * A dataset.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(DataPermissions.READ)
  public DatasetView find(UUID id) {
    return store
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("dataset", id));
  }

  /**
   * Makes sure that the owner has a dataset of this name.
   *
   * @param label what it means; null keeps what is there
   */
  @Allowed(DataPermissions.LOAD)
  public DatasetView ensure(UUID owner, String name, String label) {
    return store.lock(CallContext.organisation(), owner, name, label, clock.instant());
  }

  /** The versions of a dataset, the newest first. */
  @Allowed(DataPermissions.READ)
  public List<VersionView> versions(UUID datasetId) {
    find(datasetId);
    return store.versions(CallContext.organisation(), datasetId).stream()
        .map(StoredVersion::view)
        .toList();
  }

  /**
   * A version of a dataset.
   *
   * @throws NotFoundProblem when there is no such dataset or version
   */
  @Allowed(DataPermissions.READ)
  public VersionView version(UUID datasetId, int number) {
    return stored(datasetId, number).view();
  }

  /**
   * Rows of a version.
   *
   * @throws NotFoundProblem when there is no such dataset or version
   * @throws FilterProblem when the filter is not valid
   */
  @Allowed(DataPermissions.READ)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public RowPage rows(UUID datasetId, RowRequest request) {
    Optional<RowCursor> after = Optional.ofNullable(request.after()).map(RowCursor::parse);
    StoredVersion version = stored(datasetId, wanted(request, after));
    boolean sorted = request.sort() != null && !request.sort().isBlank();
    int number = version.view().number();
    RowCursor cursor = after.orElseGet(() -> RowCursor.first(number, sorted));
    if (cursor.sorted() != sorted) {
      throw new InvalidProblem("after", "is a cursor of rows in another order");
    }
    VersionSource source = source(version, request.lookups(), others(version, request.lookups()));
    List<NumberedRow> rows = reader.rows(source, request, cursor);
    Page<NumberedRow> page =
        Page.of(rows, request.limit(), row -> cursor.behind(row.number(), request.limit()).text());
    List<List<Object>> values = page.items().stream().map(NumberedRow::values).toList();
    List<RowColumn> columns = new ArrayList<>(columns(version));
    source.lookedUp().forEach(c -> columns.add(new RowColumn(c.name(), null, c.type())));
    return new RowPage(number, columns, values, page.next());
  }

  /**
   * Asks a question.
   *
   * @throws NotFoundProblem when there is no such dataset or version
   * @throws InvalidProblem when the query names what is not there, with the nearest known name
   * @throws FilterProblem when the filter is not valid
   */
  @Allowed(DataPermissions.READ)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public QueryResult query(UUID datasetId, Query query) {
    StoredVersion version = stored(datasetId, query.version());
    List<StoredVersion> others = others(version, query.lookups());
    VersionSource source = source(version, query.lookups(), others);
    int number = version.view().number();
    return answers.of(
        question(version, others, query), number, () -> reader.query(source, number, query));
  }

  /** Tells a question and the versions that it is asked of from all others. */
  private static String question(StoredVersion version, List<StoredVersion> others, Query query) {
    StringBuilder text = new StringBuilder(CallContext.organisation().toString());
    text.append(version.view().sha256());
    others.forEach(other -> text.append(other.view().sha256()));
    return Checksum.of(text.append(JsonText.of(query.ofVersion(0))).toString());
  }

  private VersionSource source(
      StoredVersion version, List<Lookup> lookups, List<StoredVersion> others) {
    VersionSource source = VersionSource.of(file(version), version.schema());
    for (int i = 0; i < lookups.size(); i++) {
      StoredVersion other = others.get(i);
      source = source.with(path(i), lookups.get(i), file(other), other.schema());
    }
    return source;
  }

  /** The versions in which a question looks up, in its order. */
  private List<StoredVersion> others(StoredVersion version, List<Lookup> lookups) {
    if (lookups.size() > Lookup.MOST) {
      throw new InvalidProblem("lookups", "A question has at most " + Lookup.MOST + " lookups.");
    }
    List<StoredVersion> others = new ArrayList<>();
    for (int i = 0; i < lookups.size(); i++) {
      if (lookups.get(i) == null) {
        throw new InvalidProblem(path(i), "A lookup names a dataset, a column on, and columns.");
      }
      others.add(lookedUp(path(i), version, lookups.get(i)));
    }
    return others;
  }

  private static String path(int lookup) {
    return "lookups[" + lookup + "]";
  }

  private StoredVersion lookedUp(String path, StoredVersion version, Lookup lookup) {
    UUID organisation = CallContext.organisation();
    String name = lookup.dataset() == null ? "" : lookup.dataset();
    UUID owner = find(version.datasetId()).owner();
    return store
        .find(organisation, owner, name)
        .map(dataset -> stored(dataset.id(), lookup.version()))
        .orElseThrow(
            () ->
                new InvalidProblem(
                    path + ".dataset",
                    store.list(organisation, owner).stream()
                        .map(DatasetView::name)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  private static Integer wanted(RowRequest request, Optional<RowCursor> after) {
    Integer ofCursor = after.map(RowCursor::version).orElse(null);
    if (request.version() != null && ofCursor != null && !request.version().equals(ofCursor)) {
      throw new InvalidProblem("after", "is a cursor of version " + ofCursor);
    }
    return ofCursor == null ? request.version() : ofCursor;
  }

  private StoredVersion stored(UUID datasetId, Integer number) {
    UUID organisation = CallContext.organisation();
    DatasetView dataset = find(datasetId);
    Optional<StoredVersion> version =
        number == null
            ? store.activeVersion(organisation, datasetId)
            : store.version(organisation, datasetId, number);
    return version.orElseThrow(
        () ->
            new NotFoundProblem(
                number == null ? "loaded version of the dataset" : "version of " + dataset.name(),
                number == null ? dataset.name() : number));
  }

  private Path file(StoredVersion version) {
    return settings.versions().resolve(version.path());
  }

  private static List<RowColumn> columns(StoredVersion version) {
    return version.view().columnDetails().stream()
        .map(column -> new RowColumn(column.name(), column.label(), column.type()))
        .toList();
  }
}
