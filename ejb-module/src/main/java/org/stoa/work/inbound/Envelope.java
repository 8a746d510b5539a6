package org.stoa.work.inbound;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.UUID;
import org.stoa.shared.Fields;
import org.stoa.work.domain.Letter;

/** The JSON object that a message is: its members, as far as they are what they should be. */
final class Envelope {

  static final String KIND = "kind";
  static final String PAYLOAD = "payload";
  static final String KEY = "key";
  static final String ORGANISATION = "organisation";
  static final String TOKEN = "token";

  private static final Set<String> KNOWN = Set.of(KIND, PAYLOAD, KEY, ORGANISATION, TOKEN);
  private static final int MOST = 200;

  private final JsonObject object;

  Envelope(JsonObject object) {
    this.object = object;
  }

  /**
   * Whether all members are there, of the right type, and none besides.
   *
   * @throws org.stoa.shared.InvalidProblem naming each that is not
   */
  void check() {
    Fields fields = new Fields();
    object.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> fields.refuse(cut(name), "is not a member of a message"));
    fields.text(KIND, text(KIND), MOST);
    fields.require(object.containsKey(PAYLOAD), PAYLOAD, "is missing");
    fields.require(isId(text(ORGANISATION)), ORGANISATION, "must be the id of an organisation");
    fields.require(text(TOKEN) != null, TOKEN, "is missing");
    if (object.containsKey(KEY)) {
      fields.text(KEY, text(KEY), MOST);
    }
    fields.check();
  }

  /** The text of a member; null when it is none. */
  String text(String member) {
    return object.get(member) instanceof JsonString string ? string.getString() : null;
  }

  /** The organisation that it names. */
  UUID organisation() {
    return UUID.fromString(text(ORGANISATION));
  }

  /** The payload; JSON null when there is none. */
  JsonValue payload() {
    return object.getOrDefault(PAYLOAD, JsonValue.NULL);
  }

  /** What is kept of it. */
  Letter letter(String messageId) {
    return new Letter(
        messageId,
        cut(text(ORGANISATION)),
        cut(text(KIND)),
        cut(text(KEY)),
        text(TOKEN) == null ? null : Masking.hint(text(TOKEN)),
        Json.createObjectBuilder(object).remove(TOKEN).build().toString(),
        true);
  }

  private static boolean isId(String text) {
    return text != null && text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  }

  private static String cut(String text) {
    return text == null || text.length() <= MOST ? text : text.substring(0, MOST);
  }
}
