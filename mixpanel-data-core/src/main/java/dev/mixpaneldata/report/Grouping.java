package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.binding.BracketedText;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a report is split by: a property, ranges of a numeric one, or a cohort.
 *
 * @param property the name of a property, or an expression over properties
 * @param bucketSize the length of each range of numbers; {@code min} and {@code max} go with it
 * @param min the number at which the first range begins, inclusive
 * @param max the number at which the last range ends, exclusive
 * @param cohortId a cohort saved at Mixpanel, instead: its users and the others
 * @param cohort a cohort as {@link Cohort#parse} reads it, instead
 * @param cohortName the name of the cohort in the answer
 * @param others whether the users outside of the cohort are a segment too
 */
@WithBuilder
public record Grouping(
    @Param(help = "Property: its name, or an expression", suggests = Suggested.PROPERTIES)
        Optional<String> property,
    @Param(help = "Length of each range of numbers") Optional<Double> bucketSize,
    @Param(help = "Where the first range begins, inclusive") Optional<Double> min,
    @Param(help = "Where the last range ends, exclusive") Optional<Double> max,
    @Param(help = "Id of a cohort saved at Mixpanel, instead of a property")
        Optional<Long> cohortId,
    @Param(
            help = "Cohort, instead, such as 'did Purchase at least 3 times in the last 30 days'",
            suggests = Suggested.COHORT)
        Optional<String> cohort,
    @Param(help = "Name of the cohort in the answer") Optional<String> cohortName,
    @Param(
            help = "Whether the users outside of the cohort are a segment too",
            defaultValue = "true")
        boolean others)
    implements GroupingBuilder.With {
  /** The forms of what a report is split by, as the end of a help. */
  static final String FORMS =
      ", separated by commas: a name, an expression, amount by 50 from 0 to 500, or"
          + " {\"cohort\": …}";

  /** The segment of numbers below the first range. */
  private static final String BELOW = "< ";

  /** The segment of numbers above the last range. */
  private static final String ABOVE = "≥ ";

  private static final int MOST_RANGES = 1000;
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
  private static final Pattern RANGES =
      Pattern.compile(
          "(?<name>.+?)\\s+by\\s+" + NUMBER + "\\s+from\\s+" + NUMBER + "\\s+to\\s+" + NUMBER);

  public Grouping {
    long given = Stream.of(property, cohortId, cohort).filter(Optional::isPresent).count();
    Checks.refuse(
        given != 1,
        given == 0
            ? "Neither a property nor a cohort is given."
            : property.isPresent()
                ? "Both a property and a cohort are given."
                : "Both a cohort and the id of one are given.",
        "Split by one of them.");
    cohort.ifPresent(Cohort::parse);
    property.ifPresent(name -> Checks.named("The property to split by", name));
    Expressions.checkOn("by", property);
    Checks.refuse(
        cohortId.filter(id -> id < 1).isPresent(),
        "The id of the cohort is " + cohortId.orElse(0L) + ".",
        "Ids are positive.");
    boolean ranged = bucketSize.isPresent();
    Checks.refuse(
        ranged != min.isPresent() || ranged != max.isPresent(),
        "Ranges of numbers need bucket_size, min and max.",
        "Give all three, such as: amount by 50 from 0 to 500.");
    Checks.refuse(
        bucketSize.filter(size -> !(size > 0) || size.isInfinite()).isPresent(),
        "The bucket_size is " + bucketSize.map(Grouping::text).orElse("") + ".",
        "Choose a number above 0.");
    Checks.refuse(
        ranged && !(min.orElse(0.0) < max.orElse(0.0)),
        "The ranges end at " + max.map(Grouping::text).orElse("") + ", where they begin.",
        "Choose a max above the min.");
    Checks.refuse(
        ranged && ranges(min, max, bucketSize) > MOST_RANGES,
        "The bucket_size makes more than " + MOST_RANGES + " ranges.",
        "Choose a greater one, or a smaller part of the numbers.");
  }

  private static double ranges(
      Optional<Double> min, Optional<Double> max, Optional<Double> bucketSize) {
    return Math.ceil((max.orElse(0.0) - min.orElse(0.0)) / bucketSize.orElse(1.0));
  }

  /** Returns the number of ranges; 0 if it is not split by ranges. */
  public int ranges() {
    return bucketSize.isEmpty() ? 0 : (int) ranges(min, max, bucketSize);
  }

  /** Reads {@code plan}, an expression, or {@code amount by 50 from 0 to 500}. */
  public static Grouping parse(String text) {
    Matcher ranges = RANGES.matcher(text.strip());
    return ranges.matches()
        ? ofRanges(
            ranges.group("name"),
            Double.parseDouble(ranges.group(2)),
            Double.parseDouble(ranges.group(3)),
            Double.parseDouble(ranges.group(4)))
        : of(text.strip());
  }

  /**
   * Reads what a report is split by, the outermost first: names of properties, expressions and
   * ranges of numbers between commas, and cohorts as JSON objects; none without a text. A name with
   * a comma is written {@code properties["City, State"]}.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} if it cannot be
   *     read
   */
  public static List<Grouping> all(Optional<String> on) {
    List<Grouping> all = new ArrayList<>();
    for (String part : on.map(BracketedText::parts).orElse(List.of())) {
      all.add(
          part.startsWith("{") && JsonText.parse(part).orElse(null) instanceof Map<?, ?> fields
              ? Binder.bind(Grouping.class, named(fields))
              : parse(part));
    }
    Checks.refuse(
        on.isPresent() && all.isEmpty(), "Nothing to split by is given.", "Name a property.");
    return List.copyOf(all);
  }

  private static Map<String, Object> named(Map<?, ?> fields) {
    Map<String, Object> named = new LinkedHashMap<>();
    fields.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  /** Returns the name of a segment of several levels. */
  public static String joined(List<String> segment) {
    return String.join(", ", segment);
  }

  /** Splits by a property's name or an expression. */
  public static Grouping of(String property) {
    return new Grouping(
        Optional.of(property),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  /** Splits by ranges of a numeric property. */
  public static Grouping ofRanges(String property, double size, double min, double max) {
    return of(property).with(g -> g.bucketSize(size).min(min).max(max));
  }

  /** Splits into the users of a cohort saved at Mixpanel and the others. */
  public static Grouping ofCohort(long id, String name) {
    return new Grouping(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.of(name),
        true);
  }

  /** Splits into the users of a cohort, as {@link Cohort#parse} reads it, and the others. */
  public static Grouping ofUsers(String cohort) {
    return new Grouping(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(cohort),
        Optional.empty(),
        true);
  }

  /** Returns the cohort that it splits by; empty if it splits by a property. */
  public Optional<Cohort> users() {
    return cohort.map(Cohort::parse).or(() -> cohortId.map(Cohort.Saved::new));
  }

  /** Returns the name of the column that has its values. */
  public String title() {
    return property.orElseGet(this::cohortTitle);
  }

  /** Returns the name of the cohort. */
  public String cohortTitle() {
    return cohortName
        .or(
            () ->
                users().filter(Cohort.Named.class::isInstance).map(c -> ((Cohort.Named) c).name()))
        .or(() -> cohort)
        .orElseGet(() -> "cohort " + cohortId.orElse(0L));
  }

  /** Returns the segment of the users outside of the cohort, as Mixpanel names it. */
  public String outside() {
    return "Not In " + cohortTitle();
  }

  /** Returns the segment of numbers before the first range. */
  public String below() {
    return BELOW + text(min.orElse(0.0));
  }

  /** Returns the segment of numbers from the end of the last range on. */
  public String above() {
    return ABOVE + text(max.orElse(0.0));
  }

  /** Returns the segment of the range of this number, counted from 0. */
  public String range(long index) {
    double size = bucketSize.orElse(1.0);
    double begin = min.orElse(0.0) + index * size;
    return text(begin) + " - " + text(Math.min(begin + size, max.orElse(begin + size)));
  }

  private static String text(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
