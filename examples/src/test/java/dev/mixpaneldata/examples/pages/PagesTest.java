package dev.mixpaneldata.examples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages print is what is printed. {@code mvn -q -pl examples -am test -Dtest=PagesTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dpages.write=true} writes them anew.
 */
class PagesTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
  private static final Shop SHOP = new Shop();

  @TempDir Path folder;

  @AfterAll
  static void close() {
    SHOP.close();
  }

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      List<Path> pages =
          files.filter(f -> f.toString().endsWith(".md")).map(DOCS::relativize).sorted().toList();
      return pages.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPagePrintsWhatIsPrinted(Path page) throws IOException {
    String text = Files.readString(DOCS.resolve(page));
    String rendered = new Page(text).rendered(SHOP, folder);
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(DOCS.resolve(page), rendered);
    } else {
      assertThat(text).isEqualTo(rendered);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    Matcher links = LINK.matcher(Files.readString(DOCS.resolve(page)));
    while (links.find()) {
      assertThat(DOCS.resolve(page).resolveSibling(links.group(1))).exists();
    }
  }

  @Test
  void theIndexLeadsToEveryPage() throws IOException {
    String index = Files.readString(DOCS.resolve("README.md"));
    assertThat(pages())
        .map(Path::toString)
        .filteredOn(page -> page.startsWith("reports/") || !page.contains("/"))
        .filteredOn(page -> !page.equals("README.md"))
        .allSatisfy(page -> assertThat(index).contains("](" + page + ")"));
  }
}
