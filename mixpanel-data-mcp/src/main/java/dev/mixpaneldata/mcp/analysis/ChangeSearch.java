package dev.mixpaneldata.mcp.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Whether a day differs from the days before it by more than they show, as a whole or in a segment.
 *
 * <p>Of days on which nothing happened, at most {@link #FALSE_ALARMS} are called a change, whatever
 * the number of segments: the whole has half of that share, and the segments divide the other half
 * among them (Bonferroni).
 */
record ChangeSearch(
    LocalDate day,
    Optional<UsualSpread> usual,
    double actual,
    Kind kind,
    List<Contribution> segments,
    int looked) {
  /** One in twenty is promised; growth and other things that days do not show need some room. */
  static final double FALSE_ALARMS = 0.04;

  /** Deviations that one segment goes beyond once in twenty days. */
  private static final double NOTABLE = 2;

  /** What was found. */
  enum Kind {
    /** The whole is below what the days before show, or is not and a segment is. */
    DROP,
    /** The whole is above it, or is not and a segment is. */
    RISE,
    /** The whole and all segments are within the usual spread. */
    USUAL,
    /** There are too few days, or none of the day's weekday. */
    UNKNOWN
  }

  /**
   * A segment on the day.
   *
   * @param baseline its number if nothing had happened
   * @param low what it usually has at least, by the number of segments looked at
   * @param high what it usually has at most
   * @param change actual less baseline
   * @param share its part of the whole change, 0 to 1; absent where the whole did not change, or
   *     the segment went the other way or by more than the whole
   * @param deviations by how many of its standard deviations it is off
   * @param beyondUsual whether that is more than the days before show
   */
  record Contribution(
      String dimension,
      String segment,
      double baseline,
      double actual,
      double low,
      double high,
      double change,
      Optional<Double> share,
      double deviations,
      boolean beyondUsual) {}

  /** The numbers of a segment by day; days that are absent have none of it. */
  record Part(String dimension, String segment, Map<LocalDate, Double> numbers) {}

  /**
   * Looks at a day.
   *
   * @param whole the number by day
   * @param known the days that have data
   * @param parts the segments of all dimensions
   */
  static ChangeSearch of(
      LocalDate day, Map<LocalDate, Double> whole, SortedSet<LocalDate> known, List<Part> parts) {
    double actual = whole.getOrDefault(day, 0.0);
    Optional<UsualSpread> usual = UsualSpread.of(before(day, whole, known), day);
    if (usual.isEmpty()) {
      return new ChangeSearch(day, usual, actual, Kind.UNKNOWN, List.of(), 0);
    }
    UsualSpread spread = usual.get();
    boolean wholeChanged = !wholeInterval(spread).contains(actual);
    double change = actual - spread.expected();
    // All parts have the days of the whole, and so its degrees of freedom.
    double ofOne = StudentT.limit(FALSE_ALARMS / 2 / Math.max(1, parts.size()), spread.freedom());
    List<Contribution> segments = new ArrayList<>();
    for (Part part : parts) {
      UsualSpread.of(before(day, part.numbers(), known), day)
          .map(s -> contribution(part, day, s, ofOne, wholeChanged ? change : 0))
          .ifPresent(segments::add);
    }
    segments.sort(
        Comparator.comparing(Contribution::beyondUsual)
            .thenComparingDouble(c -> Math.abs(c.deviations()))
            .reversed());
    return new ChangeSearch(
        day,
        usual,
        actual,
        kind(spread, wholeChanged, change, segments),
        List.copyOf(segments),
        parts.size());
  }

  private static UsualSpread.Interval wholeInterval(UsualSpread spread) {
    return spread.within(StudentT.limit(FALSE_ALARMS / 2, spread.freedom()));
  }

  private static Kind kind(
      UsualSpread spread, boolean wholeChanged, double change, List<Contribution> segments) {
    boolean segmentChanged = segments.stream().anyMatch(Contribution::beyondUsual);
    if (!wholeChanged && !segmentChanged) {
      return Kind.USUAL;
    }
    if (!spread.weekdaySeen()) {
      return Kind.UNKNOWN;
    }
    double direction = wholeChanged ? change : segments.get(0).change();
    return direction < 0 ? Kind.DROP : Kind.RISE;
  }

  private static SortedMap<LocalDate, Double> before(
      LocalDate day, Map<LocalDate, Double> numbers, SortedSet<LocalDate> known) {
    SortedMap<LocalDate, Double> before = new TreeMap<>();
    known.headSet(day).forEach(d -> before.put(d, numbers.getOrDefault(d, 0.0)));
    return before;
  }

  private static Contribution contribution(
      Part part, LocalDate day, UsualSpread spread, double ofOne, double wholeChange) {
    double actual = part.numbers().getOrDefault(day, 0.0);
    double change = actual - spread.expected();
    double share = wholeChange == 0 ? -1 : change / wholeChange;
    UsualSpread.Interval interval = spread.within(ofOne);
    return new Contribution(
        part.dimension(),
        part.segment(),
        spread.expected(),
        actual,
        interval.low(),
        interval.high(),
        change,
        share < 0 || share > 1 ? Optional.empty() : Optional.of(share),
        spread.deviations(actual),
        !interval.contains(actual));
  }

  /** What the whole usually stays within. */
  Optional<UsualSpread.Interval> interval() {
    return usual.map(ChangeSearch::wholeInterval);
  }

  /** Whether the whole is beyond that, and not only a segment. */
  boolean wholeChanged() {
    return interval().filter(i -> !i.contains(actual)).isPresent();
  }

  double change() {
    return usual.map(s -> actual - s.expected()).orElse(0.0);
  }

  /**
   * Segments that went with the finding, the clearest first: those beyond what is usual, and where
   * the whole changed also those that hardly stray so far by themselves.
   */
  List<Contribution> drivers() {
    double direction = kind == Kind.DROP ? -1 : kind == Kind.RISE ? 1 : 0;
    boolean whole = wholeChanged();
    return segments.stream()
        .filter(c -> c.beyondUsual() || whole && Math.abs(c.deviations()) >= NOTABLE)
        .filter(c -> c.change() * direction > 0)
        .toList();
  }

  /**
   * How sure a change is, by how often chance makes one so large among all that was looked at: the
   * whole, or where only a segment changed, that segment times the number of segments.
   */
  String confidence() {
    if (usual.isEmpty() || kind == Kind.UNKNOWN || kind == Kind.USUAL) {
      return "none";
    }
    UsualSpread spread = usual.get();
    if (!wholeChanged()) {
      return "medium";
    }
    double chance = 2 * spread.probability(actual);
    return chance < 0.001 ? "high" : chance < 0.01 ? "medium" : "low";
  }
}
