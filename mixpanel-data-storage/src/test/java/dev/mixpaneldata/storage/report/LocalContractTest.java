package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.io.TempDir;

/** On tables of a file. */
class LocalContractTest extends ReportsContract {
  @TempDir Path folder;

  @Override
  Reports over(Dataset dataset, ZoneId zone, DateRange fetched) {
    try {
      TestingTable table =
          new TestingTable(
              Files.createTempDirectory(folder, "case"),
              fetched.from().toString(),
              fetched.to().toString());
      dataset.days().forEach(day -> dataset.lines(day).forEach(table::line));
      dataset.profiles().forEach(profile -> table.profileLine(profile.json().toString()));
      return table.reports(scope -> scope.zone(zone));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  void end() {}

  @Override
  FunnelRequest appOpenToGamePlayed(DateRange range) {
    return FunnelRequest.ofEvents(range, "App Open", "Game Played");
  }

  @Override
  boolean isFor(Record request) {
    return true;
  }

  @Override
  int reportsNotAsked() {
    return 0;
  }
}
