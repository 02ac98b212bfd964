package dev.mixpaneldata.app.warehouse;

import java.util.Locale;

/** What the rows of a warehouse's table become. */
public enum ImportType {
  EVENT_STREAM,
  PEOPLE,
  GROUPS,
  LOOKUP_TABLE;

  /** Returns the word in the path of its creation. */
  String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
