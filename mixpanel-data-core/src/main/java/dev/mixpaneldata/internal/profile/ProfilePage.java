package dev.mixpaneldata.internal.profile;

import java.util.List;
import java.util.Optional;

/**
 * A page of profiles.
 *
 * @param number counted from 0
 * @param sessionId identifies the query at Mixpanel, to fetch its other pages
 * @param pageSize the number of profiles on a full page
 * @param total the number of profiles that match in all; only on page 0
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
   * Returns whether no page follows. That is so if the page is not full or there is no session to
   * fetch more from (mixpanel-headless and Airbyte stop on either; the reference names the first).
   */
  public boolean isLast() {
    return lines.size() < pageSize || sessionId.isEmpty();
  }
}
