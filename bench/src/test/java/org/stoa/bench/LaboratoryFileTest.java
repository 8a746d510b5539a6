package org.stoa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaboratoryFileTest {

  @Test
  void everyRowHasEveryColumn(@TempDir Path folder) throws IOException {
    List<String> lines = Files.readAllLines(LaboratoryFile.write(folder.resolve("lb.csv"), 500));
    assertThat(lines)
        .hasSize(501)
        .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(LaboratoryFile.COLUMNS));
  }

  @Test
  void theSameSizeGivesTheSameBytes(@TempDir Path folder) throws IOException {
    Path one = LaboratoryFile.write(folder.resolve("one.csv"), 1_000);
    Path two = LaboratoryFile.write(folder.resolve("two.csv"), 1_000);
    assertThat(one).hasSameBinaryContentAs(two);
  }
}
