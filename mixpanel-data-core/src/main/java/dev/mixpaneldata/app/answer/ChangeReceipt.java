package dev.mixpaneldata.app.answer;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;

/**
 * The outcome of a change for one thing, where Mixpanel answers with no thing.
 *
 * @param outcome what was done, as a word: {@code deleted}, {@code pinned}, {@code archived}
 * @param remaining what Mixpanel answers; mostly nothing
 */
public record ChangeReceipt(String id, String outcome, @Remaining Map<String, Json> remaining) {
  /** Returns the outcome of a change that Mixpanel answers with nothing. */
  public ChangeReceipt(String id, String outcome) {
    this(id, outcome, Map.of());
  }
}
