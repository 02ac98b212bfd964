package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A new flag.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateFlag(
    @Param(help = "Name of at most 255 characters") String name,
    @Param(help = "Its name in code, of at most 255 characters") String key,
    @Param(help = "Its description") Optional<String> description,
    @Param(help = "Its tags") List<String> tags,
    @Param(help = "Whether it is on; disabled unless given") Optional<FlagStatus> status,
    @Param(
            help =
                "Variants and who gets them: a JSON object with variants and rollout; On for all"
                    + " unless given")
        Optional<Json> ruleset,
    @Param(help = "Property that variants are assigned by", defaultValue = "distinct_id")
        String context,
    @Param(help = "Where it is evaluated", defaultValue = "client") ServingMethod servingMethod,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateFlagBuilder.With {
  public CreateFlag {
    tags = List.copyOf(tags);
  }

  /** Returns a flag that is on or off. */
  public static CreateFlag of(String name, String key) {
    return new CreateFlag(
        name,
        key,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        "distinct_id",
        ServingMethod.CLIENT,
        Optional.empty());
  }
}
