package dev.mixpaneldata.storage.load;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How likely people are to ask for a property, the likeliest first. SDKs put up to thirty
 * properties on every event; what a project adds itself is on fewer events and is what its people
 * split by.
 */
enum Appeal {
  /** The project's own properties with numbers, flags or few different texts. */
  OWN,
  /** What SDKs add and reports are split by. */
  COMMON_DIMENSION,
  /** The project's own properties with many different texts, and numbers that are ids. */
  OWN_OF_MANY_VALUES,
  /** What else SDKs add. */
  TECHNICAL,
  /** Properties with one value, which split nothing. */
  CONSTANT,
  /** Ids and free texts: nobody splits by them, and a column of them costs most. */
  NONE;

  /** The number of values below which it is unclear whether they are ids, or all one. */
  private static final int ENOUGH_VALUES = 100;

  /** The share of different texts above which they are ids. */
  private static final double SHARE_OF_IDS = 0.5;

  /** The share of different texts above which there are many. */
  private static final double SHARE_OF_MANY = 0.05;

  /**
   * The default properties of Mixpanel's SDKs that reports are usually split by, the commonest
   * first.
   */
  private static final List<String> DIMENSIONS =
      List.of(
          "mp_country_code",
          "$country_code",
          "$os",
          "$browser",
          "$city",
          "$region",
          "$device",
          "$model",
          "$brand",
          "$app_version_string",
          "$referring_domain",
          "$initial_referring_domain",
          "utm_source",
          "utm_medium",
          "utm_campaign");

  /** Names of properties that hold ids, also where these are numbers. */
  private static final Pattern ID = Pattern.compile("(?i:id|.*[^a-z]id)|.*[a-z](Id|ID)");

  /** Words that begin the names of the other properties of SDKs. */
  private static final Set<String> PREFIXES = Set.of("$", "mp_", "utm_");

  /** Returns the place of a property among those of its appeal; 0 if there is no order. */
  static int place(String name) {
    return Math.max(0, DIMENSIONS.indexOf(name));
  }

  /**
   * Returns the appeal of a property.
   *
   * @param values the number of its values in the sample, without nulls
   * @param different how many of them differ
   * @param isText whether most of them are texts
   */
  static Appeal of(String name, long values, long different, boolean isText) {
    boolean isClear = values >= ENOUGH_VALUES;
    if (isClear && isText && different > values * SHARE_OF_IDS) {
      return NONE;
    }
    if (isClear && different == 1) {
      return CONSTANT;
    }
    if (DIMENSIONS.contains(name)) {
      return COMMON_DIMENSION;
    }
    if (PREFIXES.stream().anyMatch(name::startsWith)) {
      return TECHNICAL;
    }
    boolean isMany = isText || ID.matcher(name).matches();
    return isClear && isMany && different > values * SHARE_OF_MANY ? OWN_OF_MANY_VALUES : OWN;
  }
}
