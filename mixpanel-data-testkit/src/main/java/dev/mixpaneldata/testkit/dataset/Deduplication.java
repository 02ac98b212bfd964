package dev.mixpaneldata.testkit.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The choice of rows that stay, by Mixpanel's key of event, time, distinct id and insert id. Of
 * equal keys the one processed last stays, and among those the last in export order. Rows without
 * insert id all stay. Plain on purpose: other implementations are tested against it.
 */
public final class Deduplication {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<List<Object>, EventRow> keyed = new LinkedHashMap<>();
  private final List<EventRow> withoutKey = new ArrayList<>();

  /** Returns the rows of these days that stay; lines that are not events are left out. */
  public static List<EventRow> readable(EventDays events) {
    Deduplication deduplication = new Deduplication();
    for (LocalDate day : events.days()) {
      try (Lines lines = new Lines(events.openPlain(day))) {
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
          deduplication.addIfReadable(new String(line.get(), StandardCharsets.UTF_8));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return deduplication.rows();
  }

  private void addIfReadable(String line) {
    try {
      add(parse(line));
    } catch (IllegalArgumentException noEvent) {
      // Exports also carry lines that are not events.
    }
  }

  void add(String line) {
    add(parse(line));
  }

  private void add(EventRow row) {
    if (row.insertId().isEmpty()) {
      withoutKey.add(row);
      return;
    }
    List<Object> key =
        List.of(row.event(), row.timeMillis(), row.distinctId(), row.insertId().get());
    EventRow before = keyed.get(key);
    if (before == null || row.processedMillis() >= before.processedMillis()) {
      keyed.put(key, row);
    }
  }

  List<EventRow> rows() {
    List<EventRow> rows = new ArrayList<>(keyed.values());
    rows.addAll(withoutKey);
    return rows;
  }

  private static EventRow parse(String line) {
    try {
      JsonNode event = JSON.readTree(line);
      JsonNode properties = event.path("properties");
      return new EventRow(
          event.path("event").asText(),
          properties.path("time").asLong(),
          properties.path("distinct_id").asText(),
          Optional.ofNullable(properties.get("$insert_id")).map(JsonNode::asText),
          properties.path("mp_processing_time_ms").asLong(),
          line);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("Not an event: " + line, malformed);
    }
  }
}
