package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.SessionsRequest;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up requests that Mixpanel's API lacks. */
final class RandomLocalQuestions {
  private static final Duration[] TIMEOUTS = {
    Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofMinutes(30), Duration.ofDays(1)
  };

  private final Random random;
  private final DateRange range;
  private static final List<List<Integer>> BRACKETS =
      List.of(List.of(), List.of(), List.of(1, 3, 7), List.of(2, 3));

  private final RandomQuestions parts;

  RandomLocalQuestions(Random random, DateRange range, RandomQuestions parts) {
    this.random = random;
    this.range = range;
    this.parts = parts;
  }

  List<Question> all() {
    return List.of(
        Question.of(activeUsers(), Reports::activeUsers),
        Question.of(sessions(), Reports::sessions),
        Question.of(flow(), Reports::flow),
        Question.of(flow(), Reports::flow),
        Question.of(localRetention(), Reports::retention),
        Question.of(localRetention(), Reports::retention));
  }

  private ActiveUsersRequest activeUsers() {
    return new ActiveUsersRequest(
        range,
        random.nextBoolean() ? List.of() : List.of(parts.event()),
        parts.where(),
        List.of(1, 1 + random.nextInt(9)),
        random.nextBoolean());
  }

  private SessionsRequest sessions() {
    return new SessionsRequest(
        range,
        random.nextBoolean() ? List.of() : List.of(parts.event()),
        parts.where(),
        parts.oneOf(TIMEOUTS),
        parts.oneOf(
            new BucketUnit[] {BucketUnit.HOUR, BucketUnit.DAY, BucketUnit.WEEK, BucketUnit.MONTH}));
  }

  private FlowRequest flow() {
    FlowView view = parts.oneOf(FlowView.values());
    List<FlowAnchor> anchors = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      FlowAnchor anchor = FlowAnchor.of(parts.event());
      anchors.add(
          random.nextInt(3) == 0
              ? anchor.with(a -> a.forward(1 + random.nextInt(3)).reverse(random.nextInt(3)))
              : anchor);
    }
    // Lists and trees do not say which of the events of one name a path is drawn around.
    boolean named = view == FlowView.GRAPH || anchors.size() == 1;
    if (named) {
      anchors.replaceAll(a -> random.nextBoolean() ? a : a.with(b -> b.where(parts.where())));
    } else {
      anchors.replaceAll(a -> a.with(b -> b.reverse(0)));
    }
    Set<String> names = anchors.stream().map(FlowAnchor::event).collect(Collectors.toSet());
    List<String> other =
        Stream.of(parts.event(), parts.event()).filter(e -> !names.contains(e)).distinct().toList();
    return FlowRequest.around(anchors, range)
        .with(
            r ->
                r.where(parts.where())
                    .forward(1 + random.nextInt(4))
                    .reverse(random.nextInt(4))
                    .branches(1 + random.nextInt(3))
                    .windowDays(1 + random.nextInt(3))
                    .hidden(random.nextInt(3) == 0 ? other : List.of())
                    .exclusions(random.nextInt(4) == 0 ? other : List.of())
                    .view(view));
  }

  private RetentionRequest localRetention() {
    boolean compounded = random.nextInt(3) == 0;
    return new RetentionRequest(
        parts.event(),
        compounded ? Optional.empty() : Optional.of(parts.event()),
        ReportDays.of(range),
        compounded ? Optional.empty() : parts.where(),
        parts.where(),
        parts.where(),
        parts.oneOf(CalendarUnit.values()),
        1 + random.nextInt(3),
        1 + random.nextInt(6),
        BRACKETS.get(random.nextInt(BRACKETS.size())),
        compounded ? RetentionType.COMPOUNDED : RetentionType.BIRTH,
        parts.oneOf(RetentionAlignment.values()),
        parts.oneOf(UnboundedMode.values()),
        parts.maybeSplit(),
        parts.limit());
  }

  /** Some users. */
  Cohort cohort() {
    return switch (random.nextInt(5)) {
      case 0 -> Cohort.ofProfiles("properties[\"level\"] == 3");
      case 1 -> Cohort.ofProfiles("defined(properties[\"$city\"])").others();
      case 2 -> recent().and(Cohort.ofProfiles("not defined(properties[\"level\"])").others());
      case 3 -> recent().others();
      default -> recent();
    };
  }

  private Cohort recent() {
    return new Cohort.RecentBehavior(
        new EventSelector(parts.event(), parts.where()),
        1 + random.nextInt(3),
        random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(5)));
  }
}
