package org.stoa.live.web;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notes at the handshake whether the page that opens the socket is one of ours. A browser sends its
 * cookies along from any page, so the origin decides; programs send none and prove themselves by a
 * token.
 */
public class LiveHandshake extends ServerEndpointConfig.Configurator {

  /** The user property that says whether the origin is ours. */
  static final String OURS = "org.stoa.live.ours";

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    config
        .getUserProperties()
        .put(OURS, isOurs(header(request, "Origin"), header(request, "Host")));
  }

  static boolean isOurs(Optional<String> origin, Optional<String> host) {
    return origin.isEmpty() || authority(origin.get()).equals(host);
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(HandshakeRequest request, String name) {
    return request.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .flatMap(List::stream)
        .findFirst();
  }
}
