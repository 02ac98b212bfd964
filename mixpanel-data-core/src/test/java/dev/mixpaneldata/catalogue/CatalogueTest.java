package dev.mixpaneldata.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** The defaults of a factory {@code of(what is required…)} are those declared. */
  @Test
  void javaDefaultsAreTheDeclaredOnes() throws ReflectiveOperationException {
    for (OperationSpec<?, ?> operation : Operations.all()) {
      List<String> required =
          operation.parameters().stream()
              .filter(ParameterDescription::required)
              .map(ParameterDescription::name)
              .toList();
      for (Method factory : operation.request().getDeclaredMethods()) {
        boolean textOnly =
            Arrays.stream(factory.getParameterTypes()).allMatch(t -> t == String.class);
        if (Modifier.isStatic(factory.getModifiers())
            && factory.getName().equals("of")
            && textOnly
            && factory.getParameterCount() == required.size()) {
          Map<String, Object> arguments = new HashMap<>();
          required.forEach(name -> arguments.put(name, "x"));
          assertThat(factory.invoke(null, required.stream().map(n -> "x").toArray()))
              .as(operation.id())
              .isEqualTo(Binder.bind(operation.request(), arguments));
        }
      }
    }
  }
}
