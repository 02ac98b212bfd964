package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** SQL gives what plain loops give. */
class NaiveReportsTest extends ReportsAgreement {
  @Override
  Reports reference(Path empty, List<String> lines, DateRange fetched, ZoneId zone) {
    Dataset dataset = Dataset.of(Map.of(fetched.from(), lines), List.of());
    return NaiveReports.of(dataset.events(), List.of(), zone, ExpressionOptions.defaults())
        .until(fetched.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
