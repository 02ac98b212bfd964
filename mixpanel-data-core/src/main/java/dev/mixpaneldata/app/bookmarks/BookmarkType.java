package dev.mixpaneldata.app.bookmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a saved report shows. */
public enum BookmarkType {
  INSIGHTS,
  FUNNELS,
  RETENTION,
  FLOWS,
  /** The impact of a launch; Mixpanel's API cannot run it. */
  LAUNCH_ANALYSIS;

  /** The name that Mixpanel uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type that Mixpanel calls so. */
  public static Optional<BookmarkType> of(String wireName) {
    return Arrays.stream(values()).filter(t -> t.wireName().equals(wireName)).findFirst();
  }
}
