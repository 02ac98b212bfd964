package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new board made from a template.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateBlueprint(
    @Param(help = "Template, as the list of templates names it") String templateType,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateBlueprintBuilder.With {
  /** Returns a board from a template. */
  public static CreateBlueprint of(String templateType) {
    return new CreateBlueprint(templateType, Optional.empty());
  }
}
