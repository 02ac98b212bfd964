package dev.mixpaneldata.storage.fetch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small hand-made exports: so many distinct events a day, all properties known. */
final class Events {
  static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

  private Events() {}

  static Map<LocalDate, List<String>> days(int days, int perDay) {
    Map<LocalDate, List<String>> lines = new LinkedHashMap<>();
    for (int day = 0; day < days; day++) {
      LocalDate date = FIRST_DAY.plusDays(day);
      List<String> events = new ArrayList<>();
      for (int i = 0; i < perDay; i++) {
        events.add(event("Login", date, i, "d" + day + "-" + i));
      }
      lines.put(date, events);
    }
    return lines;
  }

  static String event(String name, LocalDate day, int second, String insertId) {
    return "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"$insert_id\":\"%s\",\"plan\":\"pro\",\"amount\":%d}}"
        .formatted(name, millis(day, second), second % 7, insertId, second);
  }

  static long millis(LocalDate day, int second) {
    return (day.toEpochDay() * 86_400 + second) * 1000;
  }
}
