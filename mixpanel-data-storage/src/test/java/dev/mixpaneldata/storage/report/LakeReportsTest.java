package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.LakeExporter;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.lake.LakeListener;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.LocalScopeBuilder;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A lake answers what the table that it was written from answers. */
class LakeReportsTest extends ReportsAgreement {
  private static final Clock LATER =
      Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

  @Override
  Reports reference(Path empty, List<String> lines, DateRange fetched, ZoneId zone) {
    TestingTable table =
        new TestingTable(empty, fetched.from().toString(), fetched.to().toString());
    lines.forEach(table::line);
    return lake(empty, table, scope -> scope.zone(zone));
  }

  private static Reports lake(Path folder, TestingTable table, Consumer<LocalScopeBuilder> change) {
    table.reports();
    Store store =
        new DuckDbStoreProvider().open(folder.resolve("t.db"), StoreOptions.defaults(), LATER);
    LakeFolder lake = LakeFolder.of(folder.resolve("lake"));
    new LakeExporter(store.events(), LATER)
        .export(lake, ExportLake.of(lake.path(), "t"), LakeListener.NONE);
    LocalScopeBuilder scope = LocalScope.of("").with();
    change.accept(scope);
    return store.lake(lake.path(), scope.build());
  }

  private TestingTable table() throws Exception {
    return new TestingTable(folder, "2026-01-01", "2026-01-03")
        .event("Login", "a", "2026-01-01T10:00:00", "\"plan\":\"pro\"")
        .event("Login", "b", "2026-01-03T10:00:00", "\"plan\":\"free\"");
  }

  @Test
  void daysThatTheLakeLacksAreRefusedInItsOwnWords() throws Exception {
    Reports lake = lake(folder, table(), scope -> {});
    SegmentationRequest beyond =
        SegmentationRequest.of("Login", DateRange.of("2026-01-02", "2026-01-04"));
    assertThatThrownBy(() -> lake.segmentation(beyond))
        .hasMessageStartingWith("The days 2026-01-02..2026-01-04 of UTC go beyond")
        .hasMessageContaining("which the lake " + folder.resolve("lake"));
  }

  @Test
  void aDayBetweenOthersThatWasNeverWrittenIsMissed() throws Exception {
    Reports lake = lake(folder, table(), scope -> {});
    Path manifest = folder.resolve("lake/manifest.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceFirst("(?s)\"2026-01-02\" : \\{.*?\\},\\s*(?=\"2026-01-03\")", ""));
    SegmentationRequest all =
        SegmentationRequest.of("Login", DateRange.of("2026-01-01", "2026-01-03"));
    assertThatThrownBy(() -> lake.segmentation(all))
        .hasMessage("The lake " + folder.resolve("lake") + " lacks the day 2026-01-02.");
  }

  @Test
  void profilesAreRefusedWithTheWayOut() throws Exception {
    Reports lake = lake(folder, table(), scope -> {});
    SegmentationRequest ofProfiles =
        SegmentationRequest.of("Login", DateRange.of("2026-01-01", "2026-01-03"))
            .with(r -> r.where("user[\"city\"] == \"Rome\""));
    assertThatThrownBy(() -> lake.segmentation(ofProfiles))
        .hasMessage("user[…] and cohorts by profile read profiles, and a lake holds events alone.");
  }

  @Test
  void warningsNameTheLake() throws Exception {
    List<String> warnings = new ArrayList<>();
    Reports lake =
        lake(
            folder,
            table(),
            scope ->
                scope.listener(
                    new ReportListener() {
                      @Override
                      public void warning(String text) {
                        warnings.add(text);
                      }
                    }));
    lake.segmentation(SegmentationRequest.of("Logn", DateRange.of("2026-01-01", "2026-01-03")));
    assertThat(warnings)
        .containsExactly(
            "The lake " + folder.resolve("lake") + " has no event 'Logn'. Did you mean Login?");
  }
}
