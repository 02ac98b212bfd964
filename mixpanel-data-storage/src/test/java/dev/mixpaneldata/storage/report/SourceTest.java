package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.CoveredReports;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.Source;
import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
  @TempDir Path folder;

  private final List<String> heard = new ArrayList<>();

  private final ReportListener listener =
      new ReportListener() {
        @Override
        public void answered(Source source, Optional<String> table) {
          heard.add(source + " " + table.orElse("-"));
        }
      };

  private Reports reports(Optional<Supplier<Reports>> otherwise) {
    return new CoveredReports(
        new DuckDbStoreProvider().open(folder.resolve("t.db"), StoreOptions.defaults()),
        listener,
        otherwise);
  }

  @Test
  void aTableAnswersWhatItCoversAndTheOtherTheRest() {
    Reports local =
        new TestingTable(folder, "2026-01-01", "2026-01-31")
            .event("A", "u", "2026-01-05T10:00:00")
            .reports(scope -> scope.withGaps());
    SegmentationRequest covered =
        SegmentationRequest.of("A", DateRange.of("2026-01-01", "2026-01-31"));
    SegmentationRequest beyond =
        SegmentationRequest.of("A", DateRange.of("2025-12-31", "2026-01-31"));

    // Stands for Mixpanel, which answers everything.
    Reports auto = reports(Optional.of(() -> local));
    assertThat(auto.segmentation(covered).total()).contains(1L);
    assertThat(auto.segmentation(beyond).total()).contains(1L);
    assertThat(heard).containsExactly("LOCAL t", "LIVE -");
    assertThatThrownBy(() -> reports(Optional.empty()).segmentation(beyond))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("2025-12-31");
  }
}
