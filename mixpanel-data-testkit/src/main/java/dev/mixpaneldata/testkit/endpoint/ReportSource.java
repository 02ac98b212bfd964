package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The reports of a world. All its events are read when the first report is asked for. */
final class ReportSource {
  private final FakeProject world;
  private @Nullable NaiveReports reports;

  ReportSource(FakeProject world) {
    this.world = world;
  }

  FakeProject world() {
    return world;
  }

  /**
   * Returns the project's zone: its days are the days of reports, even if exports have UTC days.
   */
  ZoneId zone() {
    return ZoneId.of(world.project().timezone());
  }

  synchronized NaiveReports reports() {
    NaiveReports known = reports;
    if (known == null) {
      ZoneId datetimes = world.olderProjectZone().orElse(ZoneOffset.UTC);
      known =
          NaiveReports.of(
              world.events(),
              world.profiles(),
              zone(),
              ExpressionOptions.defaults().withDatetimeZone(datetimes));
      reports = known;
    }
    return known;
  }
}
