package dev.mixpaneldata.app.bookmarks;

import dev.mixpaneldata.operation.WireNamed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of saved reports. */
public enum BookmarkType implements WireNamed {
  INSIGHTS,
  FUNNELS,
  RETENTION,
  FLOWS,
  /** The impact of a launch; Mixpanel's API cannot run it. */
  LAUNCH_ANALYSIS;

  @Override
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the type with Mixpanel's name; empty if it is not known. */
  public static Optional<BookmarkType> of(String wireName) {
    return Arrays.stream(values()).filter(t -> t.wireName().equals(wireName)).findFirst();
  }
}
