package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The days and the names of events that can pass a condition. The condition itself is asked, about
 * each hour of each day and about each name that it mentions, so that nobody has to understand it.
 * What it says about users and properties is unknown here and passes.
 *
 * @param days the days of which some hour can pass
 * @param names the names that can pass; empty if others than those mentioned can
 */
record Pruning(Set<LocalDate> days, Optional<Set<String>> names) {
  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

  /** A name that no condition mentions. */
  private static final String ANOTHER = "\u0001another";

  static Pruning of(Connection engine, String condition, Collection<LocalDate> days, LakeDays lake)
      throws SQLException {
    List<String> names = new ArrayList<>(List.of(ANOTHER));
    Matcher literal = LITERAL.matcher(condition);
    while (literal.find()) {
      names.add(literal.group(1).replace("''", "'"));
    }
    Set<LocalDate> passing = new TreeSet<>();
    Set<String> named = new LinkedHashSet<>();
    String spans = days.stream().map(day -> span(day, lake)).collect(Collectors.joining(", "));
    String mentioned =
        names.stream()
            .distinct()
            .map(name -> "(" + SqlValues.text(name) + ")")
            .collect(Collectors.joining(", "));
    String sql =
        """
        SELECT DISTINCT event_name, event_day FROM (
          SELECT event_name, event_day, unnest(list_append(
            range(event_start, event_end, INTERVAL 1 HOUR), event_end)) AS event_time,
            NULL::VARCHAR AS distinct_id
          FROM (VALUES %s) names(event_name), (VALUES %s) spans(event_day, event_start, event_end)
        ) WHERE (%s) IS DISTINCT FROM FALSE\
        """
            .formatted(mentioned, spans, condition);
    if (!days.isEmpty()) {
      LocalQueries.read(
          engine,
          sql,
          row -> {
            named.add(row.getString("event_name"));
            passing.add(row.getObject("event_day", LocalDate.class));
          });
    }
    // A name with a NUL is put together of several texts.
    boolean isKnown = !named.contains(ANOTHER) && !condition.contains("chr(0)");
    return new Pruning(passing, isKnown ? Optional.of(named) : Optional.empty());
  }

  /** Returns a day, its beginning and its last moment. */
  private static String span(LocalDate day, LakeDays lake) {
    LocalClock clock = new LocalClock(lake.zone());
    return "(%s, %s, %s)"
        .formatted(
            SqlValues.date(day),
            SqlValues.timestamp(clock.start(day)),
            SqlValues.timestamp(clock.start(day.plusDays(1)).minusMillis(1)));
  }
}
