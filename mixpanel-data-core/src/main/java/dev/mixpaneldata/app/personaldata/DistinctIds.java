package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;

/** The check of the people whom a request is about. */
final class DistinctIds {
  /** In one request (GDPR reference). Deletions take one less by the reference. */
  static final int MOST_RETRIEVED = 2000;

  static final int MOST_DELETED = 1999;

  private DistinctIds() {}

  static List<String> checked(List<String> ids, int most) {
    if (ids.isEmpty() || ids.size() > most || ids.stream().anyMatch(String::isBlank)) {
      throw MixpanelDataException.invalidArgument(
          "The request names " + ids.size() + " distinct_ids.",
          "Give 1 to " + most + " distinct_ids, none of them blank.");
    }
    return List.copyOf(ids);
  }
}
