package dev.mixpaneldata.testkit.limit;

/**
 * The limits of one family of the API. {@link Integer#MAX_VALUE} means no bound.
 *
 * @param perHour requests in any 60 minutes
 * @param perSecond requests in any second
 * @param concurrent requests at a time, until their bodies are sent
 */
public record Limit(int perHour, int perSecond, int concurrent) {

  /** No bounds. */
  public static final Limit NONE =
      new Limit(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
}
