package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.expression.ExpressionOptions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns values into values of another type. */
final class Casts {
  private static final String ISO_SECONDS = "'%Y-%m-%dT%H:%M:%S'";

  /** The texts of {@link ExpressionOptions#DATETIME_TEXT} that are also on a clock. */
  private static final String CLOCK_TEXT =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}"
          + "([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?"
          + "(Z|[+-](0[0-9]|1[0-7]):?[0-5][0-9]|[+-]18:?00)?)?";

  private final ExpressionOptions options;

  Casts(ExpressionOptions options) {
    this.options = options;
  }

  TypedSql toText(TypedSql term) {
    List<String> forms = new ArrayList<>();
    if (term.has(Kind.TEXT)) {
      forms.add(term.sql(Kind.TEXT));
    }
    if (term.has(Kind.NUMBER)) {
      forms.add(numberText(term.sql(Kind.NUMBER)));
    }
    if (term.has(Kind.TRUTH)) {
      forms.add(truthText(term.sql(Kind.TRUTH)));
    }
    if (term.has(Kind.TIME)) {
      forms.add(timeText(term.sql(Kind.TIME)));
    }
    TypedSql text = new TypedSql();
    if (!forms.isEmpty()) {
      text.with(Kind.TEXT, () -> coalesce(forms));
    }
    if (term.has(Kind.NULL)) {
      text.with(Kind.NULL, () -> term.sql(Kind.NULL));
    }
    return text;
  }

  /** Returns the fewest digits that are read as the same double, without {@code .0}. */
  static String numberText(String number) {
    // Both give the shortest digits; whole numbers below 1e16 are written without exponent.
    return "CASE WHEN "
        + number
        + " = trunc("
        + number
        + ") AND abs("
        + number
        + ") < 1e16 THEN ("
        + number
        + ")::BIGINT::VARCHAR ELSE ("
        + number
        + ")::VARCHAR END";
  }

  static String truthText(String truth) {
    return "CASE WHEN " + truth + " THEN 'true' WHEN NOT (" + truth + ") THEN 'false' END";
  }

  String timeText(String time) {
    String local =
        offset()
            .map(offset -> "(" + time + " + " + interval(offset) + ")")
            .orElse("(" + time + ") AT TIME ZONE 'UTC' AT TIME ZONE " + zone());
    return "strftime(" + local + ", " + ISO_SECONDS + ")";
  }

  TypedSql toNumber(TypedSql term) {
    return !term.hasAny(Kind.NUMBER, Kind.TRUTH, Kind.TEXT)
        ? new TypedSql()
        : new TypedSql()
            .withNumber(
                () -> {
                  List<String> forms = new ArrayList<>();
                  if (term.has(Kind.NUMBER)) {
                    forms.add(term.sql(Kind.NUMBER));
                  }
                  if (term.has(Kind.TRUTH)) {
                    forms.add("(" + term.sql(Kind.TRUTH) + ")::INTEGER::DOUBLE");
                  }
                  if (term.has(Kind.TEXT)) {
                    forms.add(readNumber(term.sql(Kind.TEXT)));
                  }
                  return coalesce(forms);
                });
  }

  private static String readNumber(String text) {
    return "CASE WHEN regexp_full_match("
        + text
        + ", "
        + SqlValues.text(ExpressionOptions.NUMBER_TEXT)
        + ") THEN TRY_CAST(trim("
        + text
        + ", chr(32) || chr(9) || chr(10) || chr(13)) AS DOUBLE) END";
  }

  TypedSql toBoolean(TypedSql term) {
    return new TypedSql()
        .with(
            Kind.TRUTH,
            () -> {
              List<String> falsy = new ArrayList<>();
              falsy.add("NOT (" + term.isPresent() + ")");
              if (term.has(Kind.NULL)) {
                falsy.add(term.sql(Kind.NULL));
              }
              if (term.has(Kind.TRUTH)) {
                falsy.add("coalesce(NOT (" + term.sql(Kind.TRUTH) + "), FALSE)");
              }
              if (term.has(Kind.NUMBER)) {
                falsy.add("coalesce(" + term.sql(Kind.NUMBER) + " = 0, FALSE)");
              }
              if (term.has(Kind.TEXT)) {
                falsy.add("coalesce(" + term.sql(Kind.TEXT) + " IN ('', 'false'), FALSE)");
              }
              return "NOT (" + String.join(" OR ", falsy) + ")";
            });
  }

  TypedSql toList(TypedSql term) {
    TypedSql list =
        new TypedSql()
            .with(
                Kind.LIST,
                () -> {
                  String single =
                      "CASE WHEN "
                          + term.isPresent()
                          + " THEN json_array("
                          + JsonForms.json(term, this)
                          + ")::VARCHAR END";
                  return term.has(Kind.LIST)
                      ? coalesce(List.of(term.sql(Kind.LIST), single))
                      : single;
                });
    term.elements().ifPresent(list::withElements);
    return list;
  }

  TypedSql toDatetime(TypedSql term) {
    return !term.hasAny(Kind.TIME, Kind.NUMBER, Kind.TEXT)
        ? new TypedSql()
        : new TypedSql()
            .with(
                Kind.TIME,
                () -> {
                  List<String> forms = new ArrayList<>();
                  if (term.has(Kind.TIME)) {
                    forms.add(term.sql(Kind.TIME));
                  }
                  if (term.has(Kind.NUMBER)) {
                    forms.add(fromNumber(term));
                  }
                  if (term.has(Kind.TEXT)) {
                    forms.add(readTime(term));
                  }
                  return coalesce(forms);
                });
  }

  private static String fromNumber(TypedSql term) {
    if (term.constant().orElse(null) instanceof Double constant) {
      return timestamp(Datetimes.of(constant));
    }
    String number = term.sql(Kind.NUMBER);
    // Seconds in two parts, of which each is exact in doubles.
    String millis =
        "CASE WHEN abs("
            + number
            + ") >= "
            + SqlValues.number(ExpressionOptions.MILLISECONDS_FROM)
            + " THEN floor("
            + number
            + ") ELSE floor("
            + number
            + ") * 1000 + floor(("
            + number
            + " - floor("
            + number
            + ")) * 1000) END";
    return "CASE WHEN "
        + millis
        + " BETWEEN "
        + ExpressionOptions.EARLIEST.toEpochMilli()
        + " AND "
        + ExpressionOptions.LATEST.toEpochMilli()
        + " THEN make_timestamp_ms(("
        + millis
        + ")::BIGINT) END";
  }

  private static String timestamp(Optional<Instant> instant) {
    return instant.map(SqlValues::timestamp).orElse("NULL::TIMESTAMP");
  }

  /** Returns the time in the text of a term, to the millisecond. */
  String readTime(TypedSql term) {
    if (term.constant().orElse(null) instanceof String constant) {
      return timestamp(Datetimes.of(constant, options.datetimeZone()));
    }
    String text = term.sql(Kind.TEXT);
    String written =
        "CASE WHEN regexp_full_match("
            + text
            + ", "
            + SqlValues.text(CLOCK_TEXT)
            + ") THEN "
            + text
            + " END";
    String millis = "date_trunc('milliseconds', " + instant(text, written) + ")";
    return "CASE WHEN "
        + millis
        + " BETWEEN "
        + SqlValues.timestamp(ExpressionOptions.EARLIEST)
        + " AND "
        + SqlValues.timestamp(ExpressionOptions.LATEST)
        + " THEN "
        + millis
        + " END";
  }

  private String instant(String text, String written) {
    // The engine's own zone is UTC in all connections.
    String utc = "TRY_CAST(" + written + " AS TIMESTAMPTZ) AT TIME ZONE 'UTC'";
    if (offset().filter(ZoneOffset.UTC::equals).isPresent()) {
      return utc;
    }
    String local = "TRY_CAST(" + written + " AS TIMESTAMP)";
    return "CASE WHEN length("
        + text
        + ") > 10 AND regexp_matches("
        + text
        + ", '(Z|[+-][0-9]{2}:?[0-9]{2})$') THEN "
        + utc
        + " ELSE "
        + offset()
            .map(offset -> "(" + local + " - " + interval(offset) + ")")
            .orElse(local + " AT TIME ZONE " + zone() + " AT TIME ZONE 'UTC'")
        + " END";
  }

  private Optional<ZoneOffset> offset() {
    return options.datetimeZone().normalized() instanceof ZoneOffset fixed
        ? Optional.of(fixed)
        : Optional.empty();
  }

  private static String interval(ZoneOffset offset) {
    return "INTERVAL (" + offset.getTotalSeconds() + ") SECOND";
  }

  private String zone() {
    return SqlValues.text(options.datetimeZone().getId());
  }

  static String coalesce(List<String> forms) {
    return switch (forms.size()) {
      case 0 -> "NULL";
      case 1 -> forms.get(0);
      default -> "coalesce(" + String.join(", ", forms) + ")";
    };
  }
}
