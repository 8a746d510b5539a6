package org.stoa.shared.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * Styles, scripts and icons of our own. Their addresses carry a fingerprint of their content, so
 * that a browser may keep them for ever and still gets new ones at once.
 */
@Named
@ApplicationScoped
public class Assets {

  static final String FOLDER = "/resources/stoa/";

  /** Within the folder of the one version of its webjar. */
  static final String ECHARTS = "echarts.min.js";

  private static final int FINGERPRINT_LENGTH = 12;

  @Inject private ServletContext context;

  private String base;
  private String echarts;

  @PostConstruct
  void find() {
    base = fingerprinted();
    echarts = webjar("echarts") + ECHARTS;
  }

  /** The folder of the one version of a library that the application brings. */
  private String webjar(String name) {
    return context.getContextPath()
        + context.getResourcePaths("/webjars/" + name + "/").iterator().next();
  }

  private String fingerprinted() {
    MessageDigest digest = sha256();
    new TreeSet<>(context.getResourcePaths(FOLDER)).forEach(path -> update(digest, path));
    digest.update(ScriptText.module().getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(digest.digest());
    return context.getContextPath() + "/assets/" + hex.substring(0, FINGERPRINT_LENGTH) + "/";
  }

  private void update(MessageDigest digest, String path) {
    try (InputStream content = context.getResourceAsStream(path)) {
      digest.update(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The address before the name of a file, ending with a slash. */
  public String getBase() {
    return base;
  }

  /** The address of the library that draws charts. */
  public String getEcharts() {
    return echarts;
  }
}
