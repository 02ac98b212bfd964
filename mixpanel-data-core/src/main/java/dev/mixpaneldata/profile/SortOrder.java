package dev.mixpaneldata.profile;

import java.util.Locale;

/** The order of sorted profiles. */
public enum SortOrder {
  ASCENDING,
  DESCENDING;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
