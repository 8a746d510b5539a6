package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainXmlTest {

  @TempDir private Path directory;

  @Test
  void removesAnApplicationAndWhatRefersToIt() throws IOException {
    Path file =
        write(
            """
            <domain><!-- kept --><applications>
            <application name="stoa"/><application name="other"/></applications>
            <server><application-ref ref="stoa"/><application-ref ref="other"/></server></domain>
            """);

    DomainXml.at(file).removeApplication("stoa");

    assertThat(Files.readString(file))
        .doesNotContain("\"stoa\"")
        .contains("name=\"other\"", "ref=\"other\"", "<!-- kept -->");
  }

  @Test
  void leavesAFileWithoutTheApplicationAsItIs() throws IOException {
    String text = "<domain >\n<applications/></domain>\n";
    Path file = write(text);

    DomainXml.at(file).removeApplication("stoa");

    assertThat(file).hasContent(text);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("domain.xml"), text);
  }
}
