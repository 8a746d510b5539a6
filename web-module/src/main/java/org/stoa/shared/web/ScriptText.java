package org.stoa.shared.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The words that scripts say, from the same kind of message bundles as those of pages: one for each
 * room whose pages have scripts.
 */
final class ScriptText {

  /** The name of the module that scripts import. */
  static final String FILE = "text.js";

  private static final List<String> ROOMS = List.of("shared");

  private ScriptText() {}

  /** An ES module whose default export maps keys to messages. */
  static String module() {
    Map<String, String> texts = new TreeMap<>();
    for (String room : ROOMS) {
      ResourceBundle bundle = ResourceBundle.getBundle("org.stoa." + room + ".web.script");
      bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
    }
    JsonObjectBuilder messages = Json.createObjectBuilder();
    texts.forEach(messages::add);
    return "export default " + messages.build() + ";\n";
  }
}
