package dev.mixpaneldata.expression;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Options for the questions about the language that no public source settles. Each has a default;
 * {@code docs/semantics.md} has the reasons. Local evaluation takes these options; Mixpanel itself
 * takes none.
 *
 * @param equality the case of texts for {@code ==}, {@code !=} and {@code in}; default sensitive,
 *     as the reference's "standard equality" says; Mixpanel's page on custom properties says
 *     ignored
 * @param affixes the case of texts for {@code has_prefix} and {@code has_suffix}; default ignored,
 *     as the page on custom properties says
 * @param datetimeZone the zone of texts without one in {@code datetime("2026-01-10T00:00:00")};
 *     default UTC. For a project created before 2023, use the project's zone
 * @param halves what {@code round} does with 2.5; default away from zero
 * @param nullIsDefined whether {@code defined(null)} is true; default false, since Mixpanel's UI
 *     shows null as not set
 * @param readDatetimes whether {@code < <= > >=} between a datetime and a text read the text as a
 *     datetime; default true, which the date filters made by Mixpanel's UI need
 * @param clock what {@code NOW} reads, once for each question; default the machine's
 */
public record ExpressionOptions(
    StringCase equality,
    StringCase affixes,
    ZoneId datetimeZone,
    HalfRounding halves,
    boolean nullIsDefined,
    boolean readDatetimes,
    Clock clock) {

  /**
   * A number given to {@code datetime} is milliseconds since 1970 from this magnitude on, and
   * seconds below. Seconds reach it in the year 5138, milliseconds reached it in 1973.
   */
  public static final long MILLISECONDS_FROM = 100_000_000_000L;

  /** The earliest datetime; earlier ones are undefined. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** The latest datetime; later ones are undefined. */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  /**
   * The texts that {@code number} reads, as a regular expression; others give undefined. ASCII
   * spaces around are allowed, and neither hexadecimal digits nor words such as {@code inf}.
   */
  public static final String NUMBER_TEXT =
      "[ \\t\\n\\r]*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?[ \\t\\n\\r]*";

  /**
   * The texts that {@code datetime} reads, as a regular expression; others give undefined. A day
   * alone is its midnight; digits behind the millisecond are cut off; without {@code Z} or an
   * offset the text is in {@link #datetimeZone}.
   */
  public static final String DATETIME_TEXT =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}"
          + "([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?";

  /** Returns the default options. */
  public static ExpressionOptions defaults() {
    return new ExpressionOptions(
        StringCase.SENSITIVE,
        StringCase.IGNORED,
        ZoneOffset.UTC,
        HalfRounding.AWAY_FROM_ZERO,
        false,
        true,
        Clock.systemUTC());
  }

  /** Returns a copy with another zone. */
  public ExpressionOptions withDatetimeZone(ZoneId zone) {
    return new ExpressionOptions(
        equality, affixes, zone, halves, nullIsDefined, readDatetimes, clock);
  }

  /** Returns a copy with another case of texts in {@code ==}, {@code !=} and {@code in}. */
  public ExpressionOptions withEquality(StringCase stringCase) {
    return new ExpressionOptions(
        stringCase, affixes, datetimeZone, halves, nullIsDefined, readDatetimes, clock);
  }

  /** Returns a copy with another clock. */
  public ExpressionOptions withClock(Clock source) {
    return new ExpressionOptions(
        equality, affixes, datetimeZone, halves, nullIsDefined, readDatetimes, source);
  }

  /** Returns the value of {@code NOW}. */
  public double now() {
    return clock.instant().getEpochSecond();
  }
}
