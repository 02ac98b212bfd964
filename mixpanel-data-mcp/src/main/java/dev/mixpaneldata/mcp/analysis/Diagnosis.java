package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.analysis.ChangeSearch.Contribution;
import dev.mixpaneldata.mcp.analysis.ChangeSearch.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a diagnosis says.
 *
 * @param dayIsOver whether the day's number is complete
 * @param dimensions what the segments were looked for in
 * @param within the clearest driver, split once more
 * @param others other events that were not as usual on that day
 */
record Diagnosis(
    String event,
    LocalDate day,
    boolean dayIsOver,
    boolean dayHasData,
    List<String> dimensions,
    ChangeSearch search,
    List<Contribution> within,
    List<Contribution> others) {
  private static final int SHOWN = 5;

  /**
   * The findings as data.
   *
   * @param verdict drop, rise, usual or unknown
   * @param baseline the number that the days before lead to expect
   * @param usualLow what the day usually has at least
   * @param usualHigh what the day usually has at most
   * @param dropPercentage how much less it was, 0 to 100; absent unless it was less
   * @param daysCompared the days before that have data
   * @param segmentsLookedAt how many segments were looked at
   */
  record Found(
      Kind verdict,
      boolean dropConfirmed,
      Optional<Double> baseline,
      double actual,
      Optional<Double> usualLow,
      Optional<Double> usualHigh,
      Optional<Double> change,
      Optional<Double> dropPercentage,
      Optional<Double> deviations,
      Optional<Contribution> primaryDriver,
      List<Contribution> withinPrimaryDriver,
      List<Contribution> secondaryFactors,
      List<Contribution> otherEvents,
      String confidence,
      int daysCompared,
      int segmentsLookedAt,
      List<String> recommendations,
      List<String> caveats) {}

  private Kind kind() {
    return dayIsOver && dayHasData ? search.kind() : Kind.UNKNOWN;
  }

  private boolean changed() {
    return kind() == Kind.DROP || kind() == Kind.RISE;
  }

  private List<Contribution> drivers() {
    return changed() ? search.drivers().stream().limit(SHOWN).toList() : List.of();
  }

  private Optional<Double> fraction() {
    return search
        .usual()
        .filter(usual -> usual.expected() > 0)
        .map(usual -> search.change() / usual.expected());
  }

  Found findings() {
    return new Found(
        kind(),
        kind() == Kind.DROP,
        search.usual().map(UsualSpread::expected),
        search.actual(),
        search.interval().map(UsualSpread.Interval::low),
        search.interval().map(UsualSpread.Interval::high),
        search.usual().map(usual -> search.change()),
        fraction().filter(f -> f < 0).map(f -> Math.min(100, -f * 100)),
        search.usual().map(usual -> usual.deviations(search.actual())),
        drivers().stream().findFirst(),
        within,
        drivers().stream().skip(1).toList(),
        others,
        changed() ? search.confidence() : "none",
        search.usual().map(UsualSpread::days).orElse(0),
        search.looked(),
        recommendations(),
        caveats());
  }

  String text() {
    StringBuilder text = new StringBuilder(headline());
    drivers().forEach(c -> text.append("\n- ").append(words(c)));
    drivers().stream()
        .findFirst()
        .ifPresent(
            first ->
                within.forEach(
                    c ->
                        text.append(
                                "\n- within %s = %s: "
                                    .formatted(first.dimension(), first.segment()))
                            .append(words(c))));
    others.forEach(
        c ->
            text.append(
                "\n- on the same day %s: %,.0f, usually %,.0f to %,.0f"
                    .formatted(c.segment(), c.actual(), c.low(), c.high())));
    if (changed()) {
      text.append("\nConfidence: ").append(search.confidence()).append('.');
    }
    recommendations().forEach(r -> text.append("\n- ").append(r));
    caveats().forEach(c -> text.append("\nNote: ").append(c));
    return text.toString();
  }

  private static String words(Contribution c) {
    return "%s = %s: %,.0f, usually %,.0f to %,.0f%s"
            .formatted(
                c.dimension(),
                c.segment(),
                c.actual(),
                c.low(),
                c.high(),
                c.share().map(s -> "; %.0f %% of the change".formatted(s * 100)).orElse(""))
        + (c.beyondUsual() ? "" : "; by itself within its usual spread");
  }

  private String headline() {
    if (!dayHasData) {
      return "No events at all were counted on %s: data is missing, so %s cannot be judged."
          .formatted(day, event);
    }
    if (search.usual().isEmpty()) {
      return "%s on %s: %,.0f. There are too few days with data before it to compare with."
          .formatted(event, day, search.actual());
    }
    String verdict =
        switch (kind()) {
          case USUAL -> "within the usual spread";
          case UNKNOWN -> "not to be judged";
          case DROP -> search.wholeChanged() ? "a drop" : "as a whole usual, with a drop within";
          case RISE -> search.wholeChanged() ? "a rise" : "as a whole usual, with a rise within";
        };
    UsualSpread usual = search.usual().orElseThrow();
    UsualSpread.Interval interval = search.interval().orElseThrow();
    return "%s on %s: %,.0f, which is %s. By the %d days with data before, %,.1f were expected"
            .formatted(event, day, search.actual(), verdict, usual.days(), usual.expected())
        + "%s, and %,.0f to %,.0f are usual. Examined: the whole and %d segments of %s."
            .formatted(
                fraction().map(f -> " (%+.1f %%)".formatted(f * 100)).orElse(""),
                interval.low(),
                interval.high(),
                search.looked(),
                String.join(", ", dimensions));
  }

  private List<String> recommendations() {
    List<String> list = new ArrayList<>();
    drivers().stream()
        .findFirst()
        .ifPresent(
            c -> {
              String narrower =
                  within.stream()
                      .findFirst()
                      .map(w -> ", above all " + w.dimension() + " = " + w.segment())
                      .orElse("");
              list.add(
                  "Look at what changed for %s = %s%s on %s: releases, providers, campaigns."
                      .formatted(c.dimension(), c.segment(), narrower, day));
            });
    others.stream()
        .filter(c -> c.change() > 0)
        .findFirst()
        .ifPresent(
            c ->
                list.add(
                    "Look into the properties of %s on that day (property_distribution): it rose."
                        .formatted(c.segment())));
    if (changed() && drivers().isEmpty()) {
      list.add("No segment stands out; try other dimensions (list_properties has them).");
    }
    return list;
  }

  private List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    if (!dayIsOver) {
      caveats.add("The day is not over, so its number is incomplete and is not judged.");
    }
    if (search.usual().isEmpty()) {
      caveats.add(
          "At least %d days with data are needed; check the event's name with list_events, or"
                  .formatted(UsualSpread.LEAST_DAYS)
              + " fetch earlier days.");
    }
    search
        .usual()
        .ifPresent(
            usual -> {
              if (!usual.weekdaySeen()) {
                caveats.add("No earlier day has the same weekday.");
              } else if (!usual.byWeekday()) {
                caveats.add(
                    "With %d days, neither weekdays nor a trend can be recognized."
                        .formatted(usual.days()));
              }
            });
    return caveats;
  }

  /** The numbers behind it. */
  record Raw(
      Map<String, Map<String, Number>> series,
      Map<String, List<Contribution>> contributions,
      Optional<List<Findings.Failure>> errors) {}
}
