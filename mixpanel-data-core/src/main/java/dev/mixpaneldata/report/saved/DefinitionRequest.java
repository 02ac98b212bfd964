package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.report.definition.Definition;
import dev.mixpaneldata.value.Json;

/**
 * Runs a report that is defined in Mixpanel's own form.
 *
 * @param definition the params that Mixpanel keeps for a bookmark: an object with {@code sections},
 *     or that of a flow, with {@code steps}. The form is not documented
 * @param limit the most segments to give
 */
@WithBuilder
public record DefinitionRequest(
    @Param(help = "The params of a report as Mixpanel saves them") Json definition,
    @Param(help = "Most segments to give", defaultValue = "3000") int limit)
    implements DefinitionRequestBuilder.With {
  public DefinitionRequest {
    if (!definition.text().strip().startsWith("{")) {
      throw MixpanelDataException.invalidArgument(
          "The definition is not a JSON object.", "Give the params of a saved report.");
    }
    Definition.of(definition, limit);
  }

  /** Creates a request for a definition. */
  public static DefinitionRequest of(Json definition) {
    return new DefinitionRequest(definition, Definition.DEFAULT_LIMIT);
  }
}
