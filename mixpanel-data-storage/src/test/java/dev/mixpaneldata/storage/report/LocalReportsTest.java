package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.Report;
import org.junit.jupiter.api.Test;

class LocalReportsTest {
  @Test
  void localTablesAnswerEveryReport() {
    assertThat(LocalReports.TABLE.reports()).hasSameElementsAs(Report.all());
  }
}
