package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.mcp.analysis.GoalInvestigation.Question;
import dev.mixpaneldata.mcp.analysis.GoalInvestigation.Result;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The questions that a goal leads to, those on its own words first.
 *
 * @param local whether a local table answers: Mixpanel knows saved funnels only
 */
record GoalQuestions(
    GoalWords goal, String born, boolean aboutReturning, boolean local, DateRange range) {
  private static final int SEGMENTS = 10;
  private static final int WEEKS = 5;

  List<Question> all() {
    List<Question> all = new ArrayList<>();
    if (goal.events().isEmpty()) {
      return all;
    }
    String about = goal.events().get(0);
    if (aboutReturning) {
      all.add(retention(about));
    }
    for (String event : goal.events()) {
      all.add(volume(event, Optional.empty()));
      if (goal.filter().isPresent()) {
        all.add(volume(event, goal.filter()));
      }
    }
    Set<String> steps = new LinkedHashSet<>(goal.events());
    if (steps.size() == 1 && !about.equals(born)) {
      steps = new LinkedHashSet<>(List.of(born, about));
    }
    if (local && steps.size() > 1) {
      List<String> way = List.copyOf(steps);
      all.add(funnel(way, Optional.empty()));
      if (goal.filter().isPresent()) {
        all.add(funnel(way, goal.filter()));
      }
    }
    goal.properties().forEach(property -> all.add(breakdown(about, property)));
    if (!aboutReturning) {
      all.add(retention(about));
    }
    Segments.USUAL.stream()
        .filter(property -> !goal.properties().contains(property))
        .forEach(property -> all.add(breakdown(about, property)));
    return all;
  }

  private String those(Optional<String> filter) {
    return filter.isEmpty() ? "" : " for " + goal.value().orElse("");
  }

  private Question volume(String event, Optional<String> filter) {
    return new Question(
        "How often does %s happen%s, and is it growing?".formatted(event, those(filter)),
        "segmentation",
        context -> {
          SegmentationRequest request = SegmentationRequest.of(event, range);
          SegmentationRequest whole =
              filter.map(f -> request.with(r -> r.where(f))).orElse(request);
          SegmentationResult result = context.reports().segmentation(whole);
          SegmentationResult users =
              context
                  .reports()
                  .segmentation(
                      whole.with(
                          r -> r.type(CountType.UNIQUE).interval(Math.toIntExact(range.days()))));
          return new Result(
              "%s%s: %s, by %,.0f users."
                  .formatted(
                      event, those(filter), Trend.of(result).words(), Trend.of(users).total()),
              result);
        });
  }

  private Question retention(String event) {
    return new Question(
        "How many do %s again in the weeks after %s%s?"
            .formatted(event, born, those(goal.filter())),
        "retention",
        context -> retained(context, event));
  }

  private Result retained(OperationContext context, String event) {
    RetentionRequest request =
        RetentionRequest.of(born, event, range)
            .with(r -> r.unit(CalendarUnit.WEEK).intervalCount(WEEKS));
    RetentionResult result =
        context
            .reports()
            .retention(goal.filter().map(f -> request.with(r -> r.bornWhere(f))).orElse(request));
    return new Result(
        ReturnRate.of(result, 1)
            .map(
                r ->
                    "%.1f %% of %,d users%s do %s in week 1 after %s."
                        .formatted(
                            r.share() * 100, r.followed(), those(goal.filter()), event, born))
            .orElse("Nobody did " + born + " early enough for the week after to be over."),
        result);
  }

  private Question funnel(List<String> steps, Optional<String> filter) {
    String way = String.join(" to ", steps);
    return new Question(
        "How many get from %s%s?".formatted(way, those(filter)),
        "funnel",
        context -> {
          FunnelRequest whole = FunnelRequest.ofEvents(range, steps.toArray(String[]::new));
          FunnelResult result =
              context.reports().funnel(filter.map(f -> whole.with(r -> r.where(f))).orElse(whole));
          return new Result(
              FunnelLosses.of(result)
                  .map(
                      loss ->
                          "%.1f %% get from %s%s; "
                                  .formatted(result.conversionRate() * 100, way, those(filter))
                              + loss.words())
                  .orElse("Nobody did " + steps.get(0) + those(filter) + "."),
              result);
        });
  }

  private Question breakdown(String event, String property) {
    return new Question(
        "Which " + property + " does " + event + " come from?",
        "segmentation",
        context -> {
          SegmentationResult result =
              context
                  .reports()
                  .segmentation(
                      SegmentationRequest.of(event, range)
                          .with(r -> r.on(property).limit(SEGMENTS)));
          return new Result(Segments.words(event, property, result), result);
        });
  }
}
