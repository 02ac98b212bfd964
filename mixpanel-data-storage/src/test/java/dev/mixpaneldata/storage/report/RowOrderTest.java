package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The order in which events were fetched makes no difference. */
class RowOrderTest extends ReportsAgreement {
  @Override
  Reports reference(Path empty, List<String> lines, DateRange fetched, ZoneId zone) {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(1));
    TestingTable table =
        new TestingTable(empty, fetched.from().toString(), fetched.to().toString());
    shuffled.forEach(table::line);
    return table.reports(scope -> scope.zone(zone));
  }
}
