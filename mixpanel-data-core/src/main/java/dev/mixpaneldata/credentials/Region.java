package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Misplaced;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The region where Mixpanel keeps a project's data. It is fixed when the project is created;
 * credentials work against the hosts of one region only (Mixpanel's API overview).
 */
public enum Region {
  /** The United States, Mixpanel's default. */
  US("mixpanel.com", ""),
  /** The European Union. */
  EU("eu.mixpanel.com", "-eu"),
  /** India. */
  IN("in.mixpanel.com", "-in");

  private final String domain;
  private final String hostSuffix;

  Region(String domain, String hostSuffix) {
    this.domain = domain;
    this.hostSuffix = hostSuffix;
  }

  /**
   * Returns the region written as {@code us}, {@code eu} or {@code in}, in any case.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for any other text
   */
  public static Region parse(String text) {
    String wanted = text.strip();
    for (Region region : values()) {
      if (region.id().equalsIgnoreCase(wanted)) {
        return region;
      }
    }
    throw MixpanelDataException.invalidArgument(
        "The region " + Misplaced.shown(wanted) + " is unknown.", "Choose us, eu or in.");
  }

  /** Returns the short name that options and files use: {@code us}, {@code eu} or {@code in}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the host of the web application and of the query and app APIs. */
  public String domain() {
    return domain;
  }

  /**
   * Returns the suffix that the hosts of the export and ingestion APIs have after their first word.
   */
  public String hostSuffix() {
    return hostSuffix;
  }

  /** Returns the other regions, in the order in which to try them. */
  public List<Region> others() {
    return Arrays.stream(values()).filter(region -> region != this).toList();
  }

  @Override
  public String toString() {
    return id();
  }
}
