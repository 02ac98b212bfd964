package dev.mixpaneldata.testkit.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NaiveCasesTest {
  private static final int CASES = 150;

  @Test
  void oneNumberIsOneCase() {
    NaiveCases first = new NaiveCases(7);
    NaiveCases second = new NaiveCases(7);
    assertThat(first.questions()).hasToString(second.questions().toString());
    assertThat(first.dataset().expectedRows()).isEqualTo(second.dataset().expectedRows());
  }

  @Test
  void everyQuestionHasAnAnswerThatIsNotAlwaysNothing() {
    Set<Class<?>> something = new HashSet<>();
    Set<Class<?>> all = new HashSet<>();
    for (int seed = 0; seed < CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      NaiveReports naive = cases.naive();
      for (Question question : cases.questions()) {
        all.add(question.request().getClass());
        if (question.to(naive).cells().stream().flatMap(List::stream).anyMatch(this::isSomething)) {
          something.add(question.request().getClass());
        }
      }
    }
    assertThat(something).isEqualTo(all).hasSize(15);
  }

  /** A number that is not zero, or an event of the activity feed. */
  private boolean isSomething(@Nullable Object cell) {
    return cell instanceof Number number ? number.doubleValue() > 0 : cell instanceof Json;
  }

  @Test
  void whatMustAlwaysHoldHolds() {
    int converted = 0;
    for (int seed = 0; seed < CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      NaiveReports naive = cases.naive();
      for (Question question : cases.questions()) {
        Object answer = question.to(naive);
        if (answer instanceof FunnelResult funnel) {
          converted += funnel.conversionRate() > 0 ? 1 : 0;
          stepsDescend(funnel, (FunnelRequest) question.request());
        } else if (answer instanceof RetentionResult retention) {
          retention.cohorts().forEach(c -> rowsAreWithinTheirSize(c, retention.unboundedMode()));
        } else if (answer instanceof SegmentationResult counts) {
          splittingLosesNoEvent(naive, (SegmentationRequest) question.request(), counts);
        }
      }
    }
    assertThat(converted).isGreaterThan(CASES / 5);
  }

  private static void stepsDescend(FunnelResult funnel, FunnelRequest request) {
    for (List<FunnelStep> steps : funnel.series().values()) {
      for (int i = 1; i < steps.size(); i++) {
        assertThat(steps.get(i).count())
            .as("%s", request)
            .isLessThanOrEqualTo(steps.get(i - 1).count());
      }
    }
  }

  private static void rowsAreWithinTheirSize(RetentionCohort row, UnboundedMode unbounded) {
    assertThat(row.counts()).allMatch(count -> count <= row.size());
    if (unbounded == UnboundedMode.CARRY_BACK) {
      assertThat(row.counts()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }
  }

  private static void splittingLosesNoEvent(
      NaiveReports naive, SegmentationRequest request, SegmentationResult split) {
    if (request.on().isEmpty() || request.limit().isPresent() || split.total().isEmpty()) {
      return;
    }
    SegmentationRequest whole =
        SegmentationRequest.of(request.event(), request.range())
            .with(r -> r.unit(request.unit()).where(request.where()));
    Map<String, Map<String, Number>> series = naive.segmentation(whole).series();
    long events =
        series.getOrDefault(request.event(), Map.of()).values().stream()
            .mapToLong(Number::longValue)
            .sum();
    assertThat(split.total().get()).isGreaterThanOrEqualTo(events);
  }
}
