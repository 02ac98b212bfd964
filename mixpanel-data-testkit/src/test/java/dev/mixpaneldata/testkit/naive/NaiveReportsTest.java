package dev.mixpaneldata.testkit.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.Report;
import org.junit.jupiter.api.Test;

class NaiveReportsTest {
  @Test
  void plainLoopsAnswerEveryReport() {
    assertThat(NaiveReports.TABLE.reports()).hasSameElementsAs(Report.all());
  }
}
