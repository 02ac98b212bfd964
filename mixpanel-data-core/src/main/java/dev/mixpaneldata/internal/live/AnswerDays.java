package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The days of a report whose request has relative ones. */
final class AnswerDays {
  private static final int DAY = "2026-01-05".length();

  private AnswerDays() {}

  /** Returns the days that an answer says it is about. */
  static Optional<DateRange> of(Json answer) {
    JsonNode range = Mappers.read(answer.text()).path("date_range");
    return day(range.path("from_date").asText(""))
        .flatMap(
            from ->
                day(range.path("to_date").asText(""))
                    .filter(to -> !to.isBefore(from))
                    .map(to -> new DateRange(from, to)));
  }

  /** Returns today by the project's clock, which is that of UTC unless it is known. */
  static LocalDate today(Pacer pacer, ProjectTimes times) {
    return LocalDate.ofInstant(pacer.now(), times.known().orElse(ZoneOffset.UTC));
  }

  private static Optional<LocalDate> day(String time) {
    try {
      return Optional.of(LocalDate.parse(time.length() > DAY ? time.substring(0, DAY) : time));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
