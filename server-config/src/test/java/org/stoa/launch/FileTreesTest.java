package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreesTest {

  @TempDir private Path directory;

  @Test
  void deletesEverythingBelow() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/branch")).getParent();
    Files.writeString(tree.resolve("branch/leaf"), "");

    FileTrees.delete(tree);

    assertThat(tree).doesNotExist();
  }

  @Test
  void copiesEverythingBelow() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/branch")).getParent();
    Files.writeString(tree.resolve("branch/leaf"), "green");

    FileTrees.copy(tree, directory.resolve("other/copy"));
    FileTrees.copy(directory.resolve("nothing"), directory.resolve("none"));

    assertThat(directory.resolve("other/copy/branch/leaf")).hasContent("green");
    assertThat(directory.resolve("none")).doesNotExist();
  }

  @Test
  void leavesWhatALinkPointsTo() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path precious = Files.writeString(elsewhere.resolve("precious"), "");
    Path tree = Files.createDirectory(directory.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), elsewhere);

    FileTrees.delete(tree);

    assertThat(precious).exists();
  }

  @Test
  void doesNothingWhenThereIsNothing() throws IOException {
    FileTrees.delete(directory.resolve("nothing"));

    assertThat(directory).isEmptyDirectory();
  }
}
