package org.stoa.work.engine;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import org.stoa.shared.Actor;
import org.stoa.shared.Fields;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.Problem;

/** Makes the record that a handler takes out of JSON that came from outside. */
public class PayloadForms {

  private static final String WHOLE = PayloadRules.WHOLE;

  private final HandlerRegistry registry;

  /** With what is known about kinds. */
  @Inject
  public PayloadForms(HandlerRegistry registry) {
    this.registry = registry;
  }

  /**
   * The payload as the handler of the kind takes it. Members that the record does not have are
   * refused, because a misspelt one would otherwise be left out in silence.
   *
   * @param json the text of one JSON value; for most kinds an object
   * @return what {@link org.stoa.work.SubmitJob} wants as payload
   * @throws org.stoa.work.UnknownKindProblem when no handler does such jobs
   * @throws InvalidProblem when the text is not JSON, does not fit the record, or breaks a rule
   *     that the record declares; it names each wrong member from {@code payload} on, such as
   *     {@code payload.files[0]}
   */
  public Object read(String kind, String json) {
    KindOfJob known = registry.kind(kind);
    Type type = known.payload();
    Fields fields = new Fields();
    JsonValue tree = StrictJson.read(WHOLE, json);
    fields.require(tree != JsonValue.NULL, WHOLE, "is missing");
    PayloadShape.check(fields, WHOLE, type, tree);
    fields.check();
    Object payload = bound(json, type);
    known.rules().check(payload);
    return payload;
  }

  /**
   * Refuses who may not ask from outside for jobs of the kind: by a message or a schedule, for
   * instance. A handler runs with all rights in the organisation, so a kind is open only if it says
   * for whom.
   *
   * @throws org.stoa.work.UnknownKindProblem when no handler does such jobs
   * @throws InvalidProblem when the kind is not open
   * @throws org.stoa.shared.ForbiddenProblem when the actor lacks the permission that it wants
   */
  public void requireOpen(String kind, Actor actor) {
    requireOpen(kind);
    actor.require(registry.kind(kind).policy().openTo());
  }

  /**
   * Refuses a kind of jobs for which nobody may ask from outside.
   *
   * @throws org.stoa.work.UnknownKindProblem when no handler does such jobs
   * @throws InvalidProblem when the kind is not open
   */
  public void requireOpen(String kind) {
    if (registry.kind(kind).policy().openTo().isEmpty()) {
      throw new InvalidProblem(
          "kind", "is " + kind + ", which is not taken from outside: it is not open to anyone");
    }
  }

  /** Whether a job of the kind may be done again with another payload; not if nobody does such. */
  public boolean mayChange(String kind) {
    return registry.kinds().contains(kind) && registry.kind(kind).policy().payloadMayChange();
  }

  /** The same, and by this actor. */
  public boolean mayChange(String kind, Actor actor) {
    return mayChange(kind) && registry.kind(kind).isOpenTo(actor);
  }

  private static Object bound(String json, Type type) {
    try {
      return JsonText.read(json, type);
    } catch (JsonbException e) {
      throw refused(e);
    }
  }

  /** What the record itself said when it refused its values, in its own words if it has some. */
  private static InvalidProblem refused(JsonbException failure) {
    Throwable cause =
        Stream.iterate((Throwable) failure, t -> t != null, Throwable::getCause)
            .filter(PayloadForms::isOfTheRecord)
            .findFirst()
            .orElse(failure);
    if (cause instanceof InvalidProblem problem) {
      return problem;
    }
    String told = cause.getMessage();
    if (cause instanceof NullPointerException) {
      return told != null && told.matches("\\w{1,100}")
          ? new InvalidProblem(WHOLE + "." + told, "is missing")
          : new InvalidProblem(WHOLE, "misses a member that must be there");
    }
    return new InvalidProblem(
        WHOLE, cause == failure || told == null ? "does not fit what the kind takes" : told);
  }

  private static boolean isOfTheRecord(Throwable thrown) {
    return thrown instanceof Problem
        || thrown instanceof IllegalArgumentException
        || thrown instanceof NullPointerException;
  }
}
