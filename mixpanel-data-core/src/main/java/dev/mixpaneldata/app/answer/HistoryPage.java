package dev.mixpaneldata.app.answer;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of what happened to a thing, newest first.
 *
 * @param results the entries as Mixpanel sends them
 * @param pagination where the next page begins; empty if Mixpanel does not say
 */
public record HistoryPage(
    List<Json> results, Optional<Pagination> pagination, @Remaining Map<String, Json> remaining) {
  /**
   * The place of a page.
   *
   * @param nextCursor the cursor of the next page; empty on the last one
   */
  public record Pagination(
      Optional<Long> pageSize,
      Optional<String> nextCursor,
      Optional<String> previousCursor,
      @Remaining Map<String, Json> remaining) {}
}
