package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.work.InboundMessageView;
import org.stoa.work.InboundQuery;
import org.stoa.work.InboundState;
import org.stoa.work.domain.Acceptance;
import org.stoa.work.domain.Letter;
import org.stoa.work.domain.Refusal;

/** The rows of messages that other systems sent. */
public class InboundRecords {

  /**
   * Nothing is added when the message, or an accepted one of the organisation with its key, is
   * there: of two deliveries at a time one waits here for the other's outcome.
   */
  private static final String ADD =
      """
      INSERT INTO work_inbound (id, org_id, message_id, state, organisation, kind, key, sender,
        token, content, complete, reason, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  private static final String BECAME_JOB = "UPDATE work_inbound SET job_id = ? WHERE id = ?";

  private static final String SEEN =
      """
      SELECT id, org_id, message_id, state, organisation, kind, key, sender, token, reason, %s,
        complete, job_id, received_at, handled_at, handled_name
      FROM work_inbound WHERE org_id IN (?, ?)
      """;

  private static final String FIND = SEEN.formatted("content") + " AND id = ?";
  private static final String LIST = SEEN.formatted("NULL AS content");

  private static final String HANDLE =
      """
      UPDATE work_inbound SET state = ?, org_id = ?, kind = coalesce(?, kind), job_id = ?,
        handled_at = ?, handled_by = ?, handled_name = ?
      WHERE id = ? AND org_id IN (?, ?) AND state = 'REFUSED'
      """;

  private static final String KEY_TAKEN =
      """
      SELECT id FROM work_inbound
      WHERE org_id = ? AND key = ? AND state IN ('ACCEPTED', 'PUT_BACK')
      """;

  private static final String FORGET =
      """
      DELETE FROM work_inbound WHERE id IN (
        SELECT id FROM work_inbound WHERE received_at < ? ORDER BY received_at LIMIT ?)
      """;

  private static final UUID NOBODY = Actor.installation().organisation();

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public InboundRecords(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an accepted message; empty when it, or its key, is there already. */
  public Optional<UUID> add(Acceptance accepted, Instant now) {
    Letter letter = accepted.letter();
    Actor sender = accepted.sender();
    return add(
        letter, sender.organisation(), InboundState.ACCEPTED, sender.name(), null, null, now);
  }

  /** Adds a refused message with what it said; empty when it is there already. */
  public Optional<UUID> add(Refusal refused, Instant now) {
    Letter letter = refused.letter();
    return add(
        letter,
        refused.organisation(),
        InboundState.REFUSED,
        refused.sender(),
        letter.content(),
        refused.reason(),
        now);
  }

  /** Notes which job an accepted message became. */
  public void becameJob(UUID id, long job) {
    jdbc.update(BECAME_JOB, job, id);
  }

  /**
   * A message, with its content.
   *
   * @param other a second organisation whose messages are seen; null for none
   */
  public Optional<InboundMessageView> find(UUID organisation, UUID other, UUID id) {
    return jdbc.first(
        FIND, InboundRecords::view, organisation, other == null ? organisation : other, id);
  }

  /** The newest messages that fit, without their content, below an id if one is given. */
  public List<InboundMessageView> list(
      UUID organisation, UUID other, InboundQuery query, UUID below, int limit) {
    StringBuilder sql = new StringBuilder(LIST);
    List<Object> values = new ArrayList<>();
    values.add(organisation);
    values.add(other == null ? organisation : other);
    query
        .state()
        .ifPresent(
            state -> {
              sql.append(" AND state = ?");
              values.add(state.name());
            });
    if (below != null) {
      sql.append(" AND id < ?");
      values.add(below);
    }
    sql.append(" ORDER BY id DESC LIMIT ?");
    values.add(limit);
    return jdbc.query(sql.toString(), InboundRecords::view, values.toArray());
  }

  /** Whether a message of the organisation with this key became a job. */
  public boolean isTaken(UUID organisation, String key) {
    return jdbc.first(KEY_TAKEN, row -> row.getObject("id"), organisation, key).isPresent();
  }

  /**
   * Notes that somebody made a job of a refused message, which from then on belongs to the
   * organisation of who did it.
   *
   * @return false when it was not refused any more
   */
  public boolean putBack(InboundMessageView message, String kind, long job, Actor by, Instant now) {
    return handle(message, InboundState.PUT_BACK, by.organisation(), kind, job, by, now);
  }

  /** Notes that nothing comes of a refused message; false when it was not refused any more. */
  public boolean discard(InboundMessageView message, Actor by, Instant now) {
    UUID organisation = message.nobodys() ? NOBODY : by.organisation();
    return handle(message, InboundState.DISCARDED, organisation, null, null, by, now);
  }

  /** Removes messages that came before; tells how many, at most the limit. */
  public int removeBefore(Instant time, int limit) {
    return jdbc.update(FORGET, time, limit);
  }

  private Optional<UUID> add(
      Letter letter,
      UUID organisation,
      InboundState state,
      String sender,
      String content,
      String reason,
      Instant now) {
    return jdbc.first(
        ADD,
        row -> Columns.uuid(row, "id"),
        Ids.next(),
        organisation,
        letter.messageId(),
        state.name(),
        letter.organisation(),
        letter.kind(),
        letter.key(),
        sender,
        letter.token(),
        content,
        letter.complete(),
        reason,
        now);
  }

  private boolean handle(
      InboundMessageView message,
      InboundState state,
      UUID organisation,
      String kind,
      Long job,
      Actor by,
      Instant now) {
    return jdbc.updated(
        HANDLE,
        state.name(),
        organisation,
        kind,
        job,
        now,
        by.id(),
        by.name(),
        message.id(),
        by.organisation(),
        message.nobodys() ? NOBODY : by.organisation());
  }

  private static InboundMessageView view(ResultSet row) throws SQLException {
    return new InboundMessageView(
        Columns.uuid(row, "id"),
        row.getString("message_id"),
        InboundState.valueOf(row.getString("state")),
        NOBODY.equals(Columns.uuid(row, "org_id")),
        row.getString("organisation"),
        row.getString("kind"),
        row.getString("key"),
        row.getString("sender"),
        row.getString("token"),
        row.getString("reason"),
        row.getString("content"),
        row.getBoolean("complete"),
        row.getObject("job_id", Long.class),
        Columns.instant(row, "received_at"),
        Columns.instant(row, "handled_at"),
        row.getString("handled_name"));
  }
}
