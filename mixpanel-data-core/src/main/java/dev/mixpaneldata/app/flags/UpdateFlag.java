package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * All of a flag: what is not given gets its default.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateFlag(
    @Param(help = "Id of the flag", listedBy = Reference.LIST_FLAGS) String flagId,
    @Param(help = "Name of at most 255 characters") String name,
    @Param(help = "Its name in code, of at most 255 characters") String key,
    @Param(help = "Whether it is on") FlagStatus status,
    @Param(help = "Variants and who gets them: a JSON object with variants and rollout")
        Json ruleset,
    @Param(help = "Its description") Optional<String> description,
    @Param(help = "Its tags") List<String> tags,
    @Param(help = "Property that variants are assigned by", defaultValue = "distinct_id")
        String context,
    @Param(help = "Where it is evaluated", defaultValue = "client") ServingMethod servingMethod,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateFlagBuilder.With {
  public UpdateFlag {
    tags = List.copyOf(tags);
  }

  /** Returns a flag whose other fields have their defaults. */
  public static UpdateFlag of(
      String flagId, String name, String key, FlagStatus status, Json ruleset) {
    return new UpdateFlag(
        flagId,
        name,
        key,
        status,
        ruleset,
        Optional.empty(),
        List.of(),
        "distinct_id",
        ServingMethod.CLIENT,
        Optional.empty());
  }
}
