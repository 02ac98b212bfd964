package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.error.Vocabulary;
import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the operations as a page of the reference, which also shows in review what a change adds.
 */
public final class Catalogue {
  private static final String HEAD =
      """
      # Operations

      Generated from the code; each is a method of the library, a command of `mp` and a tool of the \
      MCP server. To write it again:

          mvn -q -pl mixpanel-data-core test -Dtest=CatalogueTest -Dcatalogue.write=true
      """;

  /** Shows references as ids of operations, which every face knows. */
  private static final Vocabulary IDS = reference -> Optional.of("`" + reference.owner() + "`");

  private Catalogue() {}

  /** Returns the page, in Markdown. */
  public static String page(List<OperationSpec<?, ?>> operations) {
    return HEAD + operations.stream().map(Catalogue::section).collect(Collectors.joining());
  }

  private static String section(OperationSpec<?, ?> operation) {
    String head =
        "\n## `%s`\n\n%s.\n\n`mp %s` · %s · gives %s\n"
            .formatted(
                operation.id(),
                operation.summary(),
                operation.command(),
                operation.effect().name().toLowerCase(Locale.ROOT),
                operation.result());
    List<ParameterDescription> parameters = operation.parameters();
    return parameters.isEmpty() ? head : head + table(parameters);
  }

  private static String table(List<ParameterDescription> parameters) {
    return parameters.stream()
        .map(Catalogue::row)
        .collect(
            Collectors.joining(
                "", "\n| parameter | type | default | meaning |\n|---|---|---|---|\n", ""));
  }

  private static String row(ParameterDescription parameter) {
    String defaultText =
        parameter.required()
            ? "required"
            : parameter.defaultValue().map(d -> "`" + d + "`").orElse("");
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            parameter.name(),
            parameter.type().toString().replace("|", "\\|"),
            defaultText,
            parameter.help(IDS));
  }
}
