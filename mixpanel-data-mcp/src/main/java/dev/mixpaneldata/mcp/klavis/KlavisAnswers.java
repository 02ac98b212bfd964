package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.ingest.BatchReceipt;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tools of the Klavis server answer, in its words. */
final class KlavisAnswers {
  private KlavisAnswers() {}

  /** Raw events. */
  record Events(boolean success, String message, List<Event> events, int count) {}

  /** How many events and users. */
  record Count(
      boolean success,
      String message,
      long totalEvents,
      long uniqueUsers,
      DateRange dateRange,
      Map<String, Long> eventBreakdown,
      Optional<String> filteredEvent) {}

  /** The commonest events. */
  record Top(
      boolean success,
      String message,
      List<EventTally.Share> topEvents,
      long totalEventsAnalyzed,
      long uniqueUsers,
      DateRange dateRange,
      int limitRequested,
      int eventsReturned) {}

  /** The commonest events of today. */
  record Today(
      boolean success,
      String message,
      List<EventTally.Share> topEvents,
      long totalEventsAnalyzed,
      long uniqueUsers,
      DateRange dateRange,
      int limitRequested,
      int eventsReturned,
      LocalDate date,
      String dateDescription,
      boolean isToday) {}

  /** Saved funnels. */
  record Funnels(
      boolean success, String message, List<SavedFunnels.Shown> funnels, int totalFunnels) {}

  /** What became of events that were sent. */
  record Sent(
      boolean success,
      String message,
      int batchSize,
      long eventsProcessed,
      String projectId,
      List<BatchReceipt.Failed> failedRecords) {}

  /** A profile that was changed. */
  record Changed(boolean success, String message, String distinctId, String operation) {}
}
