package dev.mixpaneldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only who cannot answer sends a question on; every other error is the end of it. */
class FallbackReportsTest {
  private final List<String> asked = new ArrayList<>();

  /** Refuses every report with this code. */
  private FallbackReports.Answerer refusing(String name, ErrorCode code) {
    return new FallbackReports.Answerer(
        name,
        new Reports() {
          @Override
          public <Q extends Record, R extends ReportResult> R answer(
              Report<Q, R> report, Q request) {
            asked.add(name);
            throw new MixpanelDataException(code, name + " refuses.", "Try another way.");
          }
        });
  }

  /** Mixpanel is asked at once, then tables whose last day is not whole, then it is waited for. */
  @Test
  void whoIsAwayIsWaitedForOnlyWhereNobodyElseAnswers() {
    FallbackReports.Answerer away =
        new FallbackReports.Answerer(
            "Mixpanel", refusing("Mixpanel", ErrorCode.RATE_LIMITED).reports(), true);
    FallbackReports reports =
        new FallbackReports(
            List.of(
                refusing("whole days", ErrorCode.CANNOT_ANSWER),
                away,
                refusing("all days", ErrorCode.CANNOT_ANSWER),
                refusing("Mixpanel, later", ErrorCode.RATE_LIMITED)),
            ReportListener.SILENT,
            true);
    assertThat(failure(reports).code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(asked).containsExactly("whole days", "Mixpanel", "all days", "Mixpanel, later");
  }

  private static MixpanelDataException failure(FallbackReports reports) {
    return catchThrowableOfType(
        MixpanelDataException.class,
        () -> reports.dailyCounts(DailyCountsRequest.of(DateRange.of("2026-01-01", "2026-01-31"))));
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhoCannotAnswerSendsAQuestionOn(ErrorCode code) {
    FallbackReports reports =
        new FallbackReports(
            List.of(refusing("a table", code), refusing("Mixpanel", ErrorCode.CANNOT_ANSWER)),
            ReportListener.SILENT,
            true);
    MixpanelDataException error = failure(reports);
    assertThat(error.code()).isEqualTo(code);
    if (code == ErrorCode.CANNOT_ANSWER) {
      assertThat(asked).containsExactly("a table", "Mixpanel");
      assertThat(error).hasMessageContaining("a table refuses").hasMessageContaining("Mixpanel");
    } else {
      assertThat(asked).containsExactly("a table");
    }
  }
}
