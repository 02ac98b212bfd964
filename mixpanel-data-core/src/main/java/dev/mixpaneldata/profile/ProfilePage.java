package dev.mixpaneldata.profile;

import java.util.List;
import java.util.Optional;

/**
 * A page of profiles.
 *
 * @param number counted from 0
 * @param sessionId names the query at Mixpanel, for asking for its other pages
 * @param pageSize how many profiles a full page has
 * @param total how many profiles match in all; only page 0 tells
 * @param lines one profile each, {@code {"$distinct_id":…,"$properties":{…}}} as it was sent,
 *     without line breaks, in UTF-8
 */
public record ProfilePage(
    int number,
    Optional<String> sessionId,
    int pageSize,
    Optional<Long> total,
    List<byte[]> lines) {

  /**
   * Whether nothing follows: the page is not full, or there is no session to ask further in
   * (mixpanel-headless and Airbyte stop on either; the reference names the first).
   */
  public boolean isLast() {
    return lines.size() < pageSize || sessionId.isEmpty();
  }
}
