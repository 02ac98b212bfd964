package dev.mixpaneldata.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.definition.Definitions;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LiveReportsTest {
  @Test
  void mixpanelHasEveryReportThatIsNotLocalOnly() {
    assertThat(Report.all())
        .filteredOn(report -> !report.localOnly())
        .allMatch(
            report ->
                LiveReports.TABLE.reports().contains(report)
                    || DefinedReports.TABLE.reports().contains(report));
  }

  @Test
  void everyReportWithADefinitionIsAnsweredByIt() {
    assertThat(DefinedReports.TABLE.reports())
        .isEqualTo(
            Report.all().stream().filter(Definitions::has).collect(Collectors.toUnmodifiableSet()));
  }
}
