package dev.mixpaneldata.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testing.RandomCases;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowPlanTest {
  private static final LocalDate START = LocalDate.parse("2026-01-01");

  @Test
  void ninetyDaysFitWellIntoTheHour() {
    assertThat(windows(90, 60, 4)).hasSizeBetween(12, 42);
  }

  @Test
  void tenYearsFitIntoTheHour() {
    assertThat(windows(3650, 60, 4)).hasSizeLessThanOrEqualTo(42);
  }

  @Test
  void oneDayIsOneWindow() {
    assertThat(windows(1, 60, 4)).containsExactly(new DateRange(START, START));
  }

  @Test
  void aSpentHourStillGivesOneWindow() {
    assertThat(windows(30, 0, 4)).hasSize(1);
  }

  @Test
  void theCallersChoiceOfDaysWins() {
    DateRange range = new DateRange(START, START.plusDays(9));
    assertThat(WindowPlan.windows(range, 60, 4, Optional.of(3)))
        .extracting(DateRange::days)
        .containsExactly(3L, 3L, 3L, 1L);
  }

  @Test
  void windowsCoverEveryDayOnceAndFitTheBudget() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          int days = draws.between(1, 4000);
          int callsLeft = draws.between(0, 60);
          int workers = draws.between(1, 16);
          List<DateRange> windows = windows(days, callsLeft, workers);
          LocalDate expected = START;
          for (DateRange window : windows) {
            assertThat(window.from()).isEqualTo(expected);
            expected = window.to().plusDays(1);
          }
          assertThat(expected).isEqualTo(START.plusDays(days));
          assertThat(windows.size()).isLessThanOrEqualTo(Math.max(1, callsLeft));
        });
  }

  private static List<DateRange> windows(int days, int callsLeft, int workers) {
    DateRange range = new DateRange(START, START.plusDays(days - 1L));
    return WindowPlan.windows(range, callsLeft, workers, Optional.empty());
  }
}
