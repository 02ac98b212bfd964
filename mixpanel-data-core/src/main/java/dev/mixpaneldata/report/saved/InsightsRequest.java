package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * Runs an Insights report: one that is saved, or a definition in Mixpanel's own form.
 *
 * @param definition the params that Mixpanel keeps for a bookmark: an object with {@code sections}
 *     and {@code displayOptions}. The form is not documented
 * @param limit the most segments to give, of a definition only
 */
@WithBuilder
public record InsightsRequest(
    @Param(help = "Id of a saved Insights report") Optional<Long> bookmarkId,
    @Param(help = "Definition instead: the params of a report as Mixpanel saves them")
        Optional<Json> definition,
    @Param(help = "Maximum number of segments, for a definition", defaultValue = "3000") int limit)
    implements InsightsRequestBuilder.With {
  public InsightsRequest {
    if (bookmarkId.isPresent() == definition.isPresent()) {
      throw MixpanelDataException.invalidArgument(
          bookmarkId.isPresent()
              ? "Both a saved report and a definition are given."
              : "Neither a saved report nor a definition is given.",
          "Give a bookmark id, or a definition.");
    }
    if (definition.filter(d -> !d.text().strip().startsWith("{")).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The definition is not a JSON object.", "Give the params of a saved report.");
    }
    if (limit < 1) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + ".", "Choose at least 1.");
    }
  }

  /** Creates a request for a saved report. */
  public static InsightsRequest saved(long bookmarkId) {
    return new InsightsRequest(Optional.of(bookmarkId), Optional.empty(), 3000);
  }

  /** Creates a request for a definition. */
  public static InsightsRequest of(Json definition) {
    return new InsightsRequest(Optional.empty(), Optional.of(definition), 3000);
  }
}
