package org.stoa.identity.store;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.arrayAggDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.stoa.identity.store.Tables.MEMBERSHIP;
import static org.stoa.identity.store.Tables.MEMBERSHIP_CREATED;
import static org.stoa.identity.store.Tables.MEMBERSHIP_DISABLED;
import static org.stoa.identity.store.Tables.MEMBERSHIP_ORGANISATION;
import static org.stoa.identity.store.Tables.MEMBERSHIP_PERSON;
import static org.stoa.identity.store.Tables.MEMBER_ROLE;
import static org.stoa.identity.store.Tables.MEMBER_ROLE_NAME;
import static org.stoa.identity.store.Tables.MEMBER_ROLE_ORGANISATION;
import static org.stoa.identity.store.Tables.MEMBER_ROLE_PERSON;
import static org.stoa.identity.store.Tables.ORGANISATION;
import static org.stoa.identity.store.Tables.ORGANISATION_ID;
import static org.stoa.identity.store.Tables.ORGANISATION_NAME;
import static org.stoa.identity.store.Tables.PERSON;
import static org.stoa.identity.store.Tables.PERSON_CREATED;
import static org.stoa.identity.store.Tables.PERSON_EMAIL;
import static org.stoa.identity.store.Tables.PERSON_ID;
import static org.stoa.identity.store.Tables.PERSON_NAME;
import static org.stoa.identity.store.Tables.PERSON_PASSWORD;
import static org.stoa.identity.store.Tables.ROLE_PERMISSION;
import static org.stoa.identity.store.Tables.ROLE_PERMISSION_PATTERN;
import static org.stoa.identity.store.Tables.ROLE_PERMISSION_ROLE;
import static org.stoa.identity.store.Tables.SESSION;
import static org.stoa.identity.store.Tables.SESSION_ENDED;
import static org.stoa.identity.store.Tables.SESSION_EXPIRES;
import static org.stoa.identity.store.Tables.SESSION_ID;
import static org.stoa.identity.store.Tables.SESSION_ORGANISATION;
import static org.stoa.identity.store.Tables.SESSION_PERSON;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.stoa.identity.Caller;
import org.stoa.identity.PersonView;
import org.stoa.identity.domain.EmailAddress;
import org.stoa.shared.Actor;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;

/** The rows of people, of their memberships, and of what their roles permit. */
public class PeopleRecords {

  private static final Field<String[]> ROLES =
      DSL.field(
              select(arrayAgg(MEMBER_ROLE_NAME).orderBy(MEMBER_ROLE_NAME))
                  .from(MEMBER_ROLE)
                  .where(MEMBER_ROLE_ORGANISATION.eq(MEMBERSHIP_ORGANISATION))
                  .and(MEMBER_ROLE_PERSON.eq(MEMBERSHIP_PERSON)))
          .as("roles");

  private static final Field<String[]> PATTERNS =
      DSL.field(
              select(arrayAggDistinct(ROLE_PERMISSION_PATTERN))
                  .from(MEMBER_ROLE)
                  .join(ROLE_PERMISSION)
                  .on(ROLE_PERMISSION_ROLE.eq(MEMBER_ROLE_NAME))
                  .where(MEMBER_ROLE_ORGANISATION.eq(MEMBERSHIP_ORGANISATION))
                  .and(MEMBER_ROLE_PERSON.eq(MEMBERSHIP_PERSON)))
          .as("patterns");

  private static final List<SelectField<?>> VIEW =
      List.of(PERSON_ID, PERSON_EMAIL, PERSON_NAME, ROLES, MEMBERSHIP_DISABLED, MEMBERSHIP_CREATED);

  private final DSLContext sql;

  /** Over the application's database. */
  @Inject
  public PeopleRecords(DSLContext sql) {
    this.sql = sql;
  }

  /** Adds a person who belongs nowhere yet; false when the e-mail address is taken. */
  public boolean add(UUID id, EmailAddress email, String name, String passwordHash, Instant at) {
    return sql.insertInto(PERSON)
            .set(PERSON_ID, id)
            .set(PERSON_EMAIL, email.text())
            .set(PERSON_NAME, name)
            .set(PERSON_PASSWORD, passwordHash)
            .set(PERSON_CREATED, at)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Makes a person a member of the organisation. */
  public void join(UUID organisation, UUID person, Collection<String> roles, Instant at) {
    sql.insertInto(MEMBERSHIP)
        .set(MEMBERSHIP_ORGANISATION, organisation)
        .set(MEMBERSHIP_PERSON, person)
        .set(MEMBERSHIP_CREATED, at)
        .execute();
    roles.forEach(role -> give(organisation, person, role));
  }

  private void give(UUID organisation, UUID person, String role) {
    sql.insertInto(MEMBER_ROLE)
        .set(MEMBER_ROLE_ORGANISATION, organisation)
        .set(MEMBER_ROLE_PERSON, person)
        .set(MEMBER_ROLE_NAME, role)
        .execute();
  }

  /** Shuts a member out from the instant on, or lets the member in again when it is null. */
  public boolean disable(UUID organisation, UUID person, Instant from) {
    return sql.update(MEMBERSHIP)
            .set(MEMBERSHIP_DISABLED, from)
            .where(MEMBERSHIP_ORGANISATION.eq(organisation))
            .and(MEMBERSHIP_PERSON.eq(person))
            .execute()
        == 1;
  }

  /** A member of the organisation. */
  public Optional<PersonView> find(UUID organisation, UUID person) {
    return sql.select(VIEW)
        .from(MEMBERSHIP)
        .join(PERSON)
        .on(PERSON_ID.eq(MEMBERSHIP_PERSON))
        .where(MEMBERSHIP_ORGANISATION.eq(organisation))
        .and(MEMBERSHIP_PERSON.eq(person))
        .fetchOptional(PeopleRecords::view);
  }

  /** The members of the organisation, in the order in which they were added as people. */
  public Page<PersonView> list(UUID organisation, PageRequest page) {
    List<PersonView> found =
        sql.select(VIEW)
            .from(MEMBERSHIP)
            .join(PERSON)
            .on(PERSON_ID.eq(MEMBERSHIP_PERSON))
            .where(MEMBERSHIP_ORGANISATION.eq(organisation))
            .and(
                page.after()
                    .map(after -> MEMBERSHIP_PERSON.gt(Cursors.id(after)))
                    .orElse(noCondition()))
            .orderBy(MEMBERSHIP_PERSON)
            .limit(page.limit() + 1)
            .fetch(PeopleRecords::view);
    return Page.of(found, page.limit(), person -> person.id().toString());
  }

  /** The person and the password's hash by e-mail address. */
  public Optional<Known> known(EmailAddress email) {
    return sql.select(PERSON_ID, PERSON_PASSWORD)
        .from(PERSON)
        .where(PERSON_EMAIL.eq(email.text()))
        .fetchOptional(row -> new Known(row.get(PERSON_ID), row.get(PERSON_PASSWORD)));
  }

  /** The organisations that the person belongs to, the one joined first in front. */
  public List<UUID> organisations(UUID person) {
    return sql.select(MEMBERSHIP_ORGANISATION)
        .from(MEMBERSHIP)
        .where(MEMBERSHIP_PERSON.eq(person))
        .orderBy(MEMBERSHIP_CREATED, MEMBERSHIP_ORGANISATION)
        .fetch(MEMBERSHIP_ORGANISATION);
  }

  /** The organisation of that id or name, when the person belongs to it. */
  public Optional<UUID> organisation(UUID person, String idOrName) {
    return sql.select(MEMBERSHIP_ORGANISATION)
        .from(MEMBERSHIP)
        .join(ORGANISATION)
        .on(ORGANISATION_ID.eq(MEMBERSHIP_ORGANISATION))
        .where(MEMBERSHIP_PERSON.eq(person))
        .and(
            DSL.lower(ORGANISATION_NAME)
                .eq(idOrName.toLowerCase(Locale.ROOT))
                .or(ORGANISATION_ID.cast(String.class).eq(idOrName.toLowerCase(Locale.ROOT))))
        .fetchOptional(MEMBERSHIP_ORGANISATION);
  }

  /** The person as one who may act for the organisation now; empty when shut out or no member. */
  public Optional<Caller> caller(UUID organisation, UUID person) {
    return caller(organisation, person, noCondition());
  }

  /** As {@link #caller(UUID, UUID)}, only while the session of the person's tokens lasts. */
  public Optional<Caller> caller(UUID organisation, UUID person, UUID session, Instant now) {
    return caller(
        organisation,
        person,
        exists(
            selectOne()
                .from(SESSION)
                .where(SESSION_ID.eq(session))
                .and(SESSION_ORGANISATION.eq(organisation))
                .and(SESSION_PERSON.eq(person))
                .and(SESSION_ENDED.isNull())
                .and(SESSION_EXPIRES.gt(now))));
  }

  private Optional<Caller> caller(UUID organisation, UUID person, Condition further) {
    return sql.select(PERSON_ID, PERSON_EMAIL, MEMBERSHIP_ORGANISATION, ROLES, PATTERNS)
        .from(MEMBERSHIP)
        .join(PERSON)
        .on(PERSON_ID.eq(MEMBERSHIP_PERSON))
        .where(MEMBERSHIP_ORGANISATION.eq(organisation))
        .and(MEMBERSHIP_PERSON.eq(person))
        .and(MEMBERSHIP_DISABLED.isNull())
        .and(further)
        .fetchOptional(PeopleRecords::caller);
  }

  private static Caller caller(Record row) {
    Actor actor =
        new Actor(
            row.get(PERSON_ID),
            row.get(MEMBERSHIP_ORGANISATION),
            row.get(PERSON_EMAIL),
            Actor.Kind.PERSON,
            Set.copyOf(texts(row.get(PATTERNS))));
    return new Caller(actor, Set.copyOf(texts(row.get(ROLES))));
  }

  private static PersonView view(Record row) {
    return new PersonView(
        row.get(PERSON_ID),
        row.get(PERSON_EMAIL),
        row.get(PERSON_NAME),
        texts(row.get(ROLES)),
        row.get(MEMBERSHIP_DISABLED) == null ? PersonView.State.ACTIVE : PersonView.State.DISABLED,
        row.get(MEMBERSHIP_CREATED));
  }

  private static List<String> texts(String[] values) {
    return values == null ? List.of() : Arrays.asList(values);
  }

  /**
   * A person who has an account.
   *
   * @param id the person
   * @param passwordHash what a password must fit
   */
  public record Known(UUID id, String passwordHash) {}
}
