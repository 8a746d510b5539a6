package org.stoa.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The EAR of the build with the beans that a benchmark needs and the door to them. */
final class MeasuredApplication {

  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String MODULES =
      """
        <module>
          <ejb>bench-beans.jar</ejb>
        </module>
        <module>
          <web>
            <web-uri>bench.war</web-uri>
            <context-root>/bench</context-root>
          </web>
        </module>
        <library-directory>""";

  private final Path classes;

  /** With the classes of this module, as they were compiled. */
  MeasuredApplication(Path classes) {
    this.classes = classes;
  }

  /** Writes the archive. */
  Path write(Path ear, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = Files.newInputStream(ear);
        ZipInputStream from = new ZipInputStream(in);
        OutputStream out = Files.newOutputStream(target);
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        copy(entry.getName(), from, to);
        to.closeEntry();
      }
      add(to, "bench-beans.jar", "", "META-INF/beans.xml", "inside");
      add(to, "bench.war", "WEB-INF/classes/", "WEB-INF/beans.xml", "door");
    }
    return target;
  }

  private static void copy(String name, InputStream from, OutputStream to) throws IOException {
    if (!DESCRIPTOR.equals(name)) {
      from.transferTo(to);
      return;
    }
    String descriptor = new String(from.readAllBytes(), StandardCharsets.UTF_8);
    to.write(descriptor.replace("<library-directory>", MODULES).getBytes(StandardCharsets.UTF_8));
  }

  private void add(ZipOutputStream ear, String module, String root, String beans, String folder)
      throws IOException {
    ear.putNextEntry(new ZipEntry(module));
    ZipOutputStream archive = new ZipOutputStream(ear);
    archive.putNextEntry(new ZipEntry(beans));
    archive.closeEntry();
    for (Path file : classesIn(folder)) {
      archive.putNextEntry(new ZipEntry(root + classes.relativize(file)));
      Files.copy(file, archive);
      archive.closeEntry();
    }
    archive.finish();
    ear.closeEntry();
  }

  private List<Path> classesIn(String folder) throws IOException {
    try (Stream<Path> files = Files.list(classes.resolve("org/stoa/bench").resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }
}
