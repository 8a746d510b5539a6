package org.stoa.system.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.stoa.launch.Distribution;

/**
 * The EAR of the build with what the tests need: a WAR that holds them, a module of beans that
 * stand for another room, and a servlet in the real WAR that shows who called.
 */
final class ApplicationWithTests {

  private static final String DESCRIPTOR = "META-INF/application.xml";

  private ApplicationWithTests() {}

  static EnterpriseArchive archive() {
    File ear = Distribution.around(Path.of("").toAbsolutePath()).ear().toFile();
    EnterpriseArchive application =
        ShrinkWrap.createFromZipFile(EnterpriseArchive.class, ear).as(EnterpriseArchive.class);
    application.getAsType(WebArchive.class, "/web-module.war").addClass(WhoCalled.class);
    String descriptor = text(application, ArchivePaths.create(DESCRIPTOR));
    application.delete(DESCRIPTOR);
    return application
        .addAsModule(beans())
        .addAsModule(tests())
        .addAsManifestResource(new StringAsset(withTests(descriptor)), "application.xml");
  }

  private static String withTests(String descriptor) {
    return descriptor.replace(
        "<library-directory>",
        """
          <module>
            <ejb>test-beans.jar</ejb>
          </module>
          <module>
            <web>
              <web-uri>tests.war</web-uri>
              <context-root>/tests</context-root>
            </web>
          </module>
          <library-directory>""");
  }

  private static JavaArchive beans() {
    return ShrinkWrap.create(JavaArchive.class, "test-beans.jar")
        .addClasses(Echo.class, EchoHandler.class, Desk.class)
        .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static WebArchive tests() {
    return Testable.archiveToTest(
        ShrinkWrap.create(WebArchive.class, "tests.war")
            .addClasses(InContainerIT.class, NobodySignsIn.class)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
            .addAsLibraries(
                jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class)));
  }

  private static File jarOf(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static String text(EnterpriseArchive archive, ArchivePath path) {
    try (InputStream content = archive.get(path).getAsset().openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
