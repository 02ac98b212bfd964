package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A new annotation.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateAnnotation(
    @Param(help = "Day or time in the project's time zone: 2026-01-31, \"2026-01-31 12:00:00\"")
        String date,
    @Param(help = "Text of at most 512 characters") String description,
    @Param(help = "Ids of its tags", listedBy = Reference.LIST_ANNOTATION_TAGS) List<Long> tags,
    @Param(help = "Id of the author, unless it is the caller") Optional<Long> userId,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateAnnotationBuilder.With {
  /** The longest text that Mixpanel's web application accepts. */
  static final int LONGEST = 512;

  public CreateAnnotation {
    tags = List.copyOf(tags);
    requireShort(description);
  }

  /** Returns an annotation without tags, by the caller. */
  public static CreateAnnotation of(String date, String description) {
    return new CreateAnnotation(date, description, List.of(), Optional.empty(), Optional.empty());
  }

  static void requireShort(String description) {
    if (description.length() > LONGEST) {
      throw MixpanelDataException.invalidArgument(
          "The description has " + description.length() + " characters.",
          "Use at most " + LONGEST + ".");
    }
  }
}
