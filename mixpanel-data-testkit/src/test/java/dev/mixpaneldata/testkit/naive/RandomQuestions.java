package dev.mixpaneldata.testkit.naive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.testkit.expression.RandomExpressions;
import dev.mixpaneldata.testkit.expression.Sample;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Makes up requests over {@link RandomEvents}. */
final class RandomQuestions {
  private static final List<String> PROPERTIES =
      RandomEvents.PROPERTIES.keySet().stream().sorted().toList();

  private final Random random;
  private final DateRange range;
  private final RandomExpressions expressions;

  RandomQuestions(Random random, DateRange range) {
    this.random = random;
    this.range = range;
    this.expressions = new RandomExpressions(random, samples());
  }

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String property : PROPERTIES) {
      List<JsonNode> values =
          RandomEvents.PROPERTIES.getOrDefault(property, List.of()).stream()
              .map(Mappers::read)
              .toList();
      samples.add(new Sample(Expression.property(property), values));
    }
    List<JsonNode> elements = List.of(Mappers.read("\"free\""), Mappers.read("\"01234\""));
    samples.add(new Sample((Accessor) Expression.parse("properties[\"plan\"][1]"), elements));
    samples.add(new Sample((Accessor) Expression.parse("properties[\"plan\"][\"zip\"]"), elements));
    Accessor level = Expression.userProperty("level");
    samples.add(new Sample(level, List.of(Mappers.read("3"), Mappers.read("\"3\""))));
    return samples;
  }

  List<Question> all() {
    RandomInsights insights = new RandomInsights(random, range, this);
    RandomFunnels funnels = new RandomFunnels(random, range, this);
    return List.of(
        Question.of(segmentation(), Reports::segmentation),
        Question.of(segmentation(), Reports::segmentation),
        Question.of(insights.request(), Reports::insights),
        Question.of(insights.request(), Reports::insights),
        Question.of(insights.request(), Reports::insights),
        Question.of(numericBuckets(), Reports::segmentationNumeric),
        Question.of(numericSeries(), Reports::segmentationSum),
        Question.of(numericSeries(), Reports::segmentationAverage),
        Question.of(eventCounts(), Reports::eventCounts),
        Question.of(propertyCounts(), Reports::propertyCounts),
        Question.of(funnels.request(), Reports::funnel),
        Question.of(funnels.request(), Reports::funnel),
        Question.of(funnels.request(), Reports::funnel),
        Question.of(retention(), Reports::retention),
        Question.of(retention(), Reports::retention),
        Question.of(frequency(), Reports::frequency),
        Question.of(activityFeed(), Reports::activityFeed),
        Question.of(
            new DistributionRequest(event(), property(), range, 1 + random.nextInt(9)),
            Reports::distribution),
        Question.of(NumericSummaryRequest.of(event(), property(), range), Reports::numericSummary),
        Question.of(new DailyCountsRequest(range, someEvents(0)), Reports::dailyCounts),
        Question.of(
            new EngagementRequest(range, someEvents(0), List.of(1, 2, 3, 8)), Reports::engagement),
        Question.of(new CoverageRequest(event(), PROPERTIES, range), Reports::coverage));
  }

  private SegmentationRequest segmentation() {
    SegmentationRequest request =
        SegmentationRequest.of(event(), range).with(r -> r.type(oneOf(CountType.values())));
    request = random.nextBoolean() ? request.with(r -> r.unit(unit())) : request;
    request =
        random.nextInt(4) == 0
            ? request.with(r -> r.unit(BucketUnit.DAY).interval(1 + random.nextInt(4)))
            : request;
    // Neither API of Mixpanel splits these twice.
    boolean once = request.interval().isPresent() || request.type() == CountType.AVERAGE;
    request = random.nextInt(3) > 0 ? request.with(r -> r.on(once ? on() : split())) : request;
    request = random.nextBoolean() ? request.with(r -> r.where(condition())) : request;
    return random.nextBoolean() ? request.with(r -> r.limit(1 + random.nextInt(5))) : request;
  }

  private NumericBucketsRequest numericBuckets() {
    return new NumericBucketsRequest(
        event(),
        range,
        number(),
        oneOf(HourOrDay.values()),
        where(),
        oneOf(CountType.values()),
        random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(20)));
  }

  private NumericSeriesRequest numericSeries() {
    return new NumericSeriesRequest(event(), range, number(), oneOf(HourOrDay.values()), where());
  }

  private EventCountsRequest eventCounts() {
    return new EventCountsRequest(
        someEvents(1),
        range,
        oneOf(new BucketUnit[] {BucketUnit.DAY, BucketUnit.WEEK, BucketUnit.MONTH}),
        oneOf(CountType.values()));
  }

  private PropertyCountsRequest propertyCounts() {
    return new PropertyCountsRequest(
        event(),
        property(),
        range,
        unit(),
        oneOf(CountType.values()),
        random.nextInt(3) == 0 ? List.of("pro", "1", "undefined", "gone") : List.of(),
        1 + random.nextInt(9));
  }

  private RetentionRequest retention() {
    boolean compounded = random.nextInt(3) == 0;
    return new RetentionRequest(
        event(),
        compounded || random.nextInt(4) == 0 ? Optional.empty() : Optional.of(event()),
        ReportDays.of(range),
        compounded ? Optional.empty() : where(),
        where(),
        Optional.empty(),
        oneOf(CalendarUnit.values()),
        1 + random.nextInt(3),
        1 + random.nextInt(6),
        List.of(),
        compounded ? RetentionType.COMPOUNDED : RetentionType.BIRTH,
        RetentionAlignment.ROLLING,
        random.nextBoolean() ? UnboundedMode.CARRY_BACK : UnboundedMode.NONE,
        compounded ? maybeOn() : maybeSplit(),
        limit());
  }

  private FrequencyRequest frequency() {
    return new FrequencyRequest(
        range,
        oneOf(CalendarUnit.values()),
        oneOf(HourOrDay.values()),
        random.nextBoolean() ? Optional.empty() : Optional.of(event()),
        where(),
        maybeOn(),
        limit());
  }

  private ActivityFeedRequest activityFeed() {
    return new ActivityFeedRequest(
        List.of("ann", "çelik", "nobody"),
        random.nextBoolean() ? Optional.empty() : Optional.of(range),
        random.nextInt(6));
  }

  String event() {
    return random.nextInt(12) == 0 ? "never" : RandomEvents.NAMES.get(random.nextInt(10) % 5 % 4);
  }

  String property() {
    return PROPERTIES.get(random.nextInt(PROPERTIES.size()));
  }

  Optional<String> where() {
    return random.nextInt(3) == 0 ? Optional.of(condition()) : Optional.empty();
  }

  Optional<String> maybeOn() {
    return random.nextBoolean() ? Optional.of(on()) : Optional.empty();
  }

  Optional<String> maybeSplit() {
    return random.nextBoolean() ? Optional.of(split()) : Optional.empty();
  }

  /** One or two levels, of which one may be ranges of numbers. */
  private String split() {
    return switch (random.nextInt(5)) {
      case 0 -> on() + ", " + on();
      case 1 -> "price by 2 from -3 to 7";
      case 2 -> "price by 2.5 from 0 to 10, " + on();
      default -> on();
    };
  }

  Optional<Integer> limit() {
    return random.nextBoolean() ? Optional.of(1 + random.nextInt(4)) : Optional.empty();
  }

  private String condition() {
    return expressions.condition(1 + random.nextInt(2)).toString();
  }

  /** Mostly a property, by an accessor; its name alone where nothing else could be read into it. */
  String on() {
    return switch (random.nextInt(4)) {
      case 0 -> "plan";
      case 1 -> computed();
      default -> Expression.property(property()).toString();
    };
  }

  /** An expression that reads a property, since others are refused. */
  private String computed() {
    while (true) {
      String text = expressions.value(2).toString();
      if (text.contains("properties[") || text.contains("user[")) {
        return text;
      }
    }
  }

  String number() {
    return random.nextBoolean() ? "price" : "number(" + on("price") + ")";
  }

  private static String on(String property) {
    return Expression.property(property).toString();
  }

  private BucketUnit unit() {
    BucketUnit unit = oneOf(BucketUnit.values());
    // Ten days have 14,400 minutes.
    return unit == BucketUnit.MINUTE && range.days() > 2 ? BucketUnit.HOUR : unit;
  }

  private List<String> someEvents(int least) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < least + random.nextInt(3); i++) {
      events.add(event());
    }
    return events.stream().distinct().toList();
  }

  <T> T oneOf(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
