package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Shards answer what one table answers. */
class ShardedReportsTest extends ReportsAgreement {
  @Override
  Reports reference(Path empty, List<String> lines, DateRange fetched, ZoneId zone) {
    TestingTable table =
        new TestingTable(empty, fetched.from().toString(), fetched.to().toString());
    lines.forEach(table::line);
    table.reports();
    try {
      return new TestingShards(empty, ZoneOffset.UTC).reports(fetched, scope -> scope.zone(zone));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
