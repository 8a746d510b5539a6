package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {

  private static final String WEBJAR = "/META-INF/resources/webjars/echarts";

  @Test
  void theLibraryOfChartsIsWhereItsAddressSays() throws IOException, URISyntaxException {
    URL folder = getClass().getResource(WEBJAR);
    assertThat(folder).as("the webjar of ECharts").isNotNull();

    try (FileSystem jar = FileSystems.newFileSystem(folder.toURI(), Map.of());
        Stream<Path> versions = Files.list(jar.getPath(WEBJAR))) {
      List<Path> found = versions.toList();
      assertThat(found).hasSize(1);
      assertThat(found.get(0).resolve(Assets.ECHARTS)).exists();
    }
  }
}
