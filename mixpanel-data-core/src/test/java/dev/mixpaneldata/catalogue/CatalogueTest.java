package dev.mixpaneldata.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every operation, whoever adds it. */
class CatalogueTest {
  private static final Path PAGE = Path.of("../docs/reference/operations.md");

  @Test
  void theCheckedInCatalogueIsWhatTheCodeDerives() throws IOException {
    String derived = Catalogue.page(Operations.all());
    if (Boolean.getBoolean("catalogue.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, derived);
    }
    String page = Files.readString(PAGE);
    String advice = "write it anew with -Dtest=CatalogueTest -Dcatalogue.write=true and review it";
    // Only the lines that differ: the whole page twice would hide them.
    assertThat(derived.lines().filter(line -> !page.contains(line))).as(advice).isEmpty();
    assertThat(page.lines().filter(line -> !derived.contains(line))).as(advice).isEmpty();
    assertThat(page.equals(derived)).as(advice).isTrue();
  }

  @Test
  void idsAreUniqueAndInSnakeCase() {
    List<String> ids = Operations.all().stream().<String>map(OperationSpec::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(_[a-z0-9]+)*"));
  }

  @Test
  void summariesAndHelpAreOneSentenceWithoutAFullStop() {
    for (OperationSpec<?, ?> operation : Operations.all()) {
      assertThat(operation.summary()).as(operation.id()).isNotBlank().doesNotEndWith(".");
      assertThat(operation.parameters())
          .as(operation.id())
          .allSatisfy(p -> assertThat(p.help()).isNotBlank().doesNotEndWith("."));
    }
  }
}
