package dev.mixpaneldata.chart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartScriptTest {
  private static final Path SOURCES = Path.of("src/web/chart");

  @Test
  void theBundleIsMadeOfTheSourcesAsTheyAre() throws Exception {
    MessageDigest digest = Sha256.start();
    List<Path> files;
    try (Stream<Path> all = Files.list(SOURCES)) {
      files = all.filter(f -> f.toString().endsWith(".js")).sorted().toList();
    }
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
    }
    digest.update(Files.readAllBytes(SOURCES.resolve("package.json")));

    assertThat(ChartScript.script())
        .as("run src/web/chart/build.sh")
        .contains("/* sources " + Sha256.hex(digest) + ";");
  }

  @Test
  void itCanStandInAPage() {
    assertThat(ChartScript.script()).doesNotContain("</script", "<!--", "eval(", "new Function");
    assertThat(ChartScript.style()).doesNotContain("</style", "url(", "@import");
  }
}
