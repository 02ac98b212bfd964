package dev.mixpaneldata.testkit.naive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.dataset.EventRow;
import java.util.Comparator;

/**
 * One event.
 *
 * @param timeMillis the time of the event, in milliseconds since 1970, UTC
 * @param distinctId the user's id; empty text if there is none, so that no count of users includes
 *     it
 * @param properties all properties, distinct id and time included
 */
public record NaiveEvent(String name, long timeMillis, String distinctId, JsonNode properties) {
  /**
   * Orders events by time; those of equal time by name and then by the text of their properties.
   */
  static final Comparator<NaiveEvent> ORDER =
      Comparator.comparingLong(NaiveEvent::timeMillis)
          .thenComparing(NaiveEvent::name, Ranking.BY_CODE_POINTS)
          .thenComparing(event -> event.properties().toString(), Ranking.BY_CODE_POINTS);

  /** Returns the event of a line of an export. */
  public static NaiveEvent of(EventRow row) {
    return new NaiveEvent(
        row.event(),
        row.timeMillis(),
        row.distinctId(),
        Mappers.read(row.line()).path("properties"));
  }

  boolean hasUser() {
    return !distinctId.isEmpty();
  }
}
