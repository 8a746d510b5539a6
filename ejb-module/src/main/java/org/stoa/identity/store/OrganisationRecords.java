package org.stoa.identity.store;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.stoa.identity.store.Tables.ORGANISATION;
import static org.stoa.identity.store.Tables.ORGANISATION_CREATED;
import static org.stoa.identity.store.Tables.ORGANISATION_ID;
import static org.stoa.identity.store.Tables.ORGANISATION_NAME;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.stoa.identity.OrganisationView;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;

/** The rows of organisations. */
public class OrganisationRecords {

  private static final List<SelectField<?>> COLUMNS =
      List.of(ORGANISATION_ID, ORGANISATION_NAME, ORGANISATION_CREATED);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public OrganisationRecords(DSLContext sql) {
    this.sql = sql;
  }

  /** Adds the organisation; false when the name is taken, in whatever case. */
  public boolean add(OrganisationView organisation) {
    return sql.insertInto(ORGANISATION)
            .set(ORGANISATION_ID, organisation.id())
            .set(ORGANISATION_NAME, organisation.name())
            .set(ORGANISATION_CREATED, organisation.createdAt())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** The organisation with this id. */
  public Optional<OrganisationView> find(UUID id) {
    return sql.select(COLUMNS)
        .from(ORGANISATION)
        .where(ORGANISATION_ID.eq(id))
        .fetchOptional(OrganisationRecords::view);
  }

  /** The organisation with this name, in whatever case. */
  public Optional<OrganisationView> named(String name) {
    return sql.select(COLUMNS)
        .from(ORGANISATION)
        .where(lower(ORGANISATION_NAME).eq(name.toLowerCase(Locale.ROOT)))
        .fetchOptional(OrganisationRecords::view);
  }

  /** Lets one node at a time through, until its transaction ends. */
  public void oneAtATime() {
    sql.execute("SELECT pg_advisory_xact_lock(hashtext('identity_organisation'))");
  }

  /** Whether there is any organisation at all. */
  public boolean any() {
    return sql.fetchExists(ORGANISATION);
  }

  /** All organisations, in the order in which they were added. */
  public Page<OrganisationView> list(PageRequest page) {
    List<OrganisationView> found =
        sql.select(COLUMNS)
            .from(ORGANISATION)
            .where(
                page.after()
                    .map(after -> ORGANISATION_ID.gt(Cursors.id(after)))
                    .orElse(noCondition()))
            .orderBy(ORGANISATION_ID)
            .limit(page.limit() + 1)
            .fetch(OrganisationRecords::view);
    return Page.of(found, page.limit(), organisation -> organisation.id().toString());
  }

  private static OrganisationView view(Record found) {
    return new OrganisationView(
        found.get(ORGANISATION_ID), found.get(ORGANISATION_NAME), found.get(ORGANISATION_CREATED));
  }
}
