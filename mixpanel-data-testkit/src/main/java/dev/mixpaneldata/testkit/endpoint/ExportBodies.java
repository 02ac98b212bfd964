package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.testkit.dataset.EventDays;
import dev.mixpaneldata.testkit.http.Body;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/**
 * The bodies of exports. Whole days go out as they are stored. If lines have to be chosen or their
 * times rewritten, each line is processed while it is sent.
 */
final class ExportBodies {

  private final FakeProject world;

  ExportBodies(FakeProject world) {
    this.world = world;
  }

  Body of(ExportSelection selection) {
    EventDays events = world.events();
    if (!selection.takesWholeDays() || world.olderProjectZone().isPresent()) {
      return Body.streamed(() -> selectedLines(selection));
    }
    List<LocalDate> days = days(events, selection.from(), selection.to());
    if (days.isEmpty()) {
      return Body.of("");
    }
    if (world.multiMember() || (events.storedAsGzip() && days.size() == 1)) {
      return gzipMembers(events, days);
    }
    return Body.streamed(() -> plain(events, days));
  }

  private static Body gzipMembers(EventDays events, List<LocalDate> days) {
    long length = days.stream().mapToLong(events::gzipLength).sum();
    return Body.gzipped(
        length,
        () -> joined(days.stream().map(events::openGzip).iterator()),
        () -> plain(events, days));
  }

  private static InputStream plain(EventDays events, List<LocalDate> days) {
    return joined(days.stream().map(events::openPlain).iterator());
  }

  private InputStream selectedLines(ExportSelection selection) {
    EventDays events = world.events();
    // A day of another zone overlaps the UTC days before and after it.
    int overlap = world.olderProjectZone().isPresent() ? 1 : 0;
    LocalDate from = selection.from().minusDays(overlap);
    LocalDate to = selection.to().plusDays(overlap);
    return new SelectedLines(
        selection,
        world.olderProjectZone(),
        days(events, from, to).stream().map(events::openPlain).iterator());
  }

  private static List<LocalDate> days(EventDays events, LocalDate from, LocalDate to) {
    return new ArrayList<>(events.days().subSet(from, true, to, true));
  }

  /** Returns the streams one after another, each opened when the one before it is read. */
  private static InputStream joined(Iterator<InputStream> streams) {
    return new SequenceInputStream(
        new Enumeration<>() {
          @Override
          public boolean hasMoreElements() {
            return streams.hasNext();
          }

          @Override
          public InputStream nextElement() {
            return streams.next();
          }
        });
  }
}
