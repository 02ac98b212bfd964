package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a world, which reads all its events when the first one is asked for, and again
 * when something was written.
 */
final class ReportSource {
  private final FakeProject world;
  private @Nullable NaiveReports reports;
  private long version;

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
    long now = world.events().version() + world.people().version();
    if (known == null || version != now) {
      version = now;
      ZoneId datetimes = world.olderProjectZone().orElse(ZoneOffset.UTC);
      known =
          NaiveReports.of(
              world.events(),
              world.profiles(),
              zone(),
              ExpressionOptions.defaults().withDatetimeZone(datetimes).withClock(world.clock()));
      reports = known;
    }
    return known;
  }
}
