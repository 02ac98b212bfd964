package dev.mixpaneldata.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.Report;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LiveReportsTest {
  @Test
  void mixpanelHasEveryReportThatIsNotLocalOnly() {
    assertThat(LiveReports.TABLE.reports())
        .isEqualTo(
            Report.all().stream()
                .filter(report -> !report.localOnly())
                .collect(Collectors.toUnmodifiableSet()));
  }
}
