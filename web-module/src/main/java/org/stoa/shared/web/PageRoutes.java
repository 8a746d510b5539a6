package org.stoa.shared.web;

import jakarta.servlet.ServletContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * Finds the view of an address. The address is the path of the view below {@code /pages}: {@code
 * /pages/studies/index.xhtml} is {@code /studies}, {@code /pages/studies/new.xhtml} is {@code
 * /studies/new}, and a name that begins with an underscore stands for any segment and is handed to
 * the view as a parameter: {@code /pages/studies/_study.xhtml} is {@code /studies/{study}}. A
 * literal name wins over a parameter.
 */
final class PageRoutes {

  static final String ROOT = "/pages/";
  private static final String SUFFIX = ".xhtml";
  private static final String INDEX = "index";

  private final Node root = new Node();

  /** Knows every view that the application brings. */
  static PageRoutes of(ServletContext context) {
    PageRoutes routes = new PageRoutes();
    routes.addAll(context, ROOT);
    return routes;
  }

  private void addAll(ServletContext context, String folder) {
    for (String path :
        Objects.requireNonNullElse(context.getResourcePaths(folder), Set.<String>of())) {
      if (path.endsWith("/")) {
        addAll(context, path);
      } else if (path.endsWith(SUFFIX)) {
        add(path);
      }
    }
  }

  /** Makes a view reachable. */
  void add(String view) {
    String path = view.substring(ROOT.length(), view.length() - SUFFIX.length());
    Node node = root;
    for (String name : path.split("/", -1)) {
      node = name.equals(INDEX) ? node : node.child(name);
    }
    node.view = view;
  }

  /** The first segments of all addresses. */
  Set<String> sections() {
    return new TreeSet<>(root.literals.keySet());
  }

  /**
   * Where to forward a request for the address.
   *
   * @param address the decoded path, such as {@code /studies/0199…}
   * @return the path of the view with its parameters as a query, or empty if there is no such page
   */
  Optional<String> resolve(String address) {
    Node node = root;
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (String segment : address.split("/", -1)) {
      if (segment.isEmpty()) {
        continue;
      }
      Node next = node.literals.get(segment);
      if (next == null) {
        next = node.parameter;
        if (next == null) {
          return Optional.empty();
        }
        query.add(next.name + "=" + URLEncoder.encode(segment, StandardCharsets.UTF_8));
      }
      node = next;
    }
    return node.view == null ? Optional.empty() : Optional.of(node.view + query);
  }

  private static final class Node {
    private final Map<String, Node> literals = new LinkedHashMap<>();
    private Node parameter;
    private String name;
    private String view;

    private Node child(String segment) {
      if (!segment.startsWith("_")) {
        return literals.computeIfAbsent(segment, key -> new Node());
      }
      if (parameter == null) {
        parameter = new Node();
        parameter.name = segment.substring(1);
      }
      return parameter;
    }
  }
}
