package dev.mixpaneldata.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.web.ChartScript;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in Chromium, as a user opens it. */
class BoardPageTest {
  private static final int WHITE = 0xffffff;
  private static final int DARK = 0x171926;
  private static final int FIRST_LIGHT = 0x4f46e5;
  private static final int FIRST_DARK = 0x8f87ff;

  @TempDir private Path folder;

  @Test
  void nothingFromDataBecomesMarkup() {
    String page = BoardPage.of(HostileBoard.board());

    String ours = "<script>" + ChartScript.script() + "</script>";
    assertThat(page).containsOnlyOnce(ours);
    assertThat(page.replace(ours, ""))
        .doesNotContain("<img", "onerror=\"", " style=", "javascript:alert\"")
        .doesNotContain("http://", "https://")
        .contains("&lt;script&gt;")
        .contains("default-src 'none'")
        .containsSubsequence("<script type=", "<script>")
        .satisfies(rest -> assertThat(rest.split("<script", -1)).hasSize(3));
  }

  @Test
  void withoutScriptsItShowsItsTables() {
    String markup = BoardPage.of(HostileBoard.board()).replaceAll("(?s)<script.*", "");
    assertThat(markup)
        .contains("<th class=\"n\">count</th>", "<td class=\"n\">1234</td>", "2026-01-02");
  }

  @Test
  void chromiumShowsChartsAndTablesOnLightAndDarkScreensAndRunsNothing() throws Exception {
    Path page = page();

    Shot light = shot(page, "--blink-settings=preferredColorScheme=1");
    Shot dark = shot(page, "--blink-settings=preferredColorScheme=0");

    assertThat(light.pixels(WHITE)).isGreaterThan(200_000);
    assertThat(light.pixels(FIRST_LIGHT)).isGreaterThan(2_000);
    assertThat(dark.pixels(DARK)).isGreaterThan(200_000);
    assertThat(dark.pixels(FIRST_DARK)).isGreaterThan(2_000);
    for (Shot shot : List.of(light, dark)) {
      assertThat(shot.log()).doesNotContain("Refused to", "Content Security Policy", "Uncaught");
    }
    String dom = new Chromium(folder).dom(page);
    assertThat(dom).contains("<h1 ").doesNotContain("id=\"ran\"").contains("<svg", "<table>");
    assertThat(dom).doesNotContain("<img");
  }

  @Test
  void chromiumPrintsIt() throws Exception {
    Path paper = folder.resolve("board.pdf");

    new Chromium(folder).run("--print-to-pdf=" + paper, page().toUri().toString());

    assertThat(Files.size(paper)).isGreaterThan(10_000);
    assertThat(new String(Files.readAllBytes(paper), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
  }

  private Path page() throws IOException {
    return Files.writeString(folder.resolve("board.html"), BoardPage.of(HostileBoard.board()));
  }

  private record Shot(BufferedImage image, String log) {
    long pixels(int colour) {
      long count = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
        }
      }
      return count;
    }
  }

  private Shot shot(Path page, String option) throws Exception {
    Path picture = folder.resolve("board.png");
    Chromium.Ended ended =
        new Chromium(folder)
            .run(
                option,
                "--window-size=1280,1600",
                "--screenshot=" + picture,
                page.toUri().toString());
    return new Shot(ImageIO.read(picture.toFile()), ended.log());
  }
}
