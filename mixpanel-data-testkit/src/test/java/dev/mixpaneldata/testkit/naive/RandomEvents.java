package dev.mixpaneldata.testkit.naive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up events and profiles with everything that is hard to count. */
final class RandomEvents {
  static final List<String> NAMES = List.of("A", "B", "C", "Zoë's \"日本\"", "$hotshard_events");

  /** One value in so many is none that the property mostly has, if it has any such. */
  private static final int ODD = 12;

  /** Values that are nearly always of one type, so that a table may have columns for them. */
  private static final Map<String, List<String>> ODD_VALUES =
      Map.of(
          "city", List.of("7", "null", "[\"Ulm\"]", "true"),
          "count", List.of("\"3\"", "1.5", "null", "9223372036854775808", "1.0", "-0.0"),
          "a/b~c.d", List.of("1", "\"true\"", "null"));

  /** The values of each property; an event may also lack it. */
  static final Map<String, List<String>> PROPERTIES =
      Map.of(
          "city",
          List.of("\"Ulm\"", "\"Köln\"", "\"\"", "\"7\"", "\"ulm\"", "\"\uFFFD\"", "\"a\\u0000b\""),
          "count",
          List.of("0", "1", "2", "3", "-1", "9007199254740993", "1000000000000000000"),
          "a/b~c.d",
          List.of("true", "false"),
          "size",
          List.of(
              "0.29",
              "0.1",
              "0.3",
              "0.30000000000000004",
              "1.0",
              "1",
              "-0.0",
              "1e-7",
              "1e15",
              "12345678.5",
              "\"0.29\""),
          "plan",
          List.of(
              "\"pro\"",
              "\"free\"",
              "\"Pro\"",
              "\"\"",
              "\"1\"",
              "1",
              "1.5",
              "-0.25",
              "true",
              "false",
              "null",
              "\"null\"",
              "\"true\"",
              "[\"pro\",\"free\",\"pro\"]",
              "[]",
              "[1,\"1\",null]",
              "[\"a\",[\"b\"]]",
              "{\"zip\":\"01234\"}",
              "\"Jörg 🌻\""),
          "price",
          List.of("0", "1", "2.75", "-2.25", "10", "100.5", "1050", "\"12\"", "\"x\"", "null"),
          "say \"hi\" \\ näme",
          List.of("\"x\"", "\"ÿ\"", "7", "\"2026-03-29T02:30:00\""),
          "cart",
          List.of("1", "\"1\"", "2", "null"));

  /** From an event to the next one of its user, in milliseconds. */
  private static final long[] GAPS = {
    0, 0, 1, 999, 2_000, 2_001, 5_000, 60_000, 3_599_999, 3_600_000, 86_400_000, 86_399_999
  };

  private static final List<String> USERS = List.of("ann", "bob", "çelik", "4711", "");

  private final Random random;
  private final ZoneId zone;
  private final DateRange range;
  private final Map<LocalDate, List<String>> lines = new LinkedHashMap<>();
  private int number;

  RandomEvents(Random random, ZoneId zone, DateRange range) {
    this.random = random;
    this.zone = zone;
    this.range = range;
  }

  Dataset dataset() {
    for (String user : USERS) {
      addEvents(user, random.nextInt(14));
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      addEvents("once " + i, 1);
    }
    return Dataset.of(lines, profiles());
  }

  private void addEvents(String user, int count) {
    long time = anyTime();
    for (int i = 0; i < count; i++) {
      add(user, time);
      time = random.nextInt(4) == 0 ? anyTime() : time + GAPS[random.nextInt(GAPS.length)];
    }
  }

  /** Somewhere about the range, half the times at the beginning of a day or just before it. */
  private long anyTime() {
    LocalDate day = range.from().plusDays(random.nextInt((int) range.days() + 5) - 2);
    long start = day.atStartOfDay(zone).toInstant().toEpochMilli();
    return switch (random.nextInt(4)) {
      case 0 -> start;
      case 1 -> start - 1;
      default -> start + random.nextInt(86_400) * 1_000L;
    };
  }

  private void add(String user, long time) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put(
        "event", NAMES.get(random.nextInt(10) == 0 ? 3 + random.nextInt(2) : random.nextInt(3)));
    ObjectNode properties = event.putObject("properties");
    properties.put("time", time);
    properties.put("distinct_id", user);
    properties.put("$insert_id", "i" + number++);
    properties.put("mp_processing_time_ms", time + 100);
    PROPERTIES.keySet().stream()
        .sorted()
        .filter(name -> random.nextInt(4) > 0)
        .forEach(name -> properties.set(name, value(name)));
    add(time, event);
    if (random.nextInt(8) == 0) {
      // Sent twice; of these the later one, with another plan, stays.
      properties.put("mp_processing_time_ms", time + 200);
      properties.put("plan", "resent");
      add(time, event);
    }
  }

  private void add(long time, ObjectNode event) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    lines.computeIfAbsent(day, d -> new ArrayList<>()).add(event.toString());
  }

  private JsonNode value(String property) {
    boolean odd = ODD_VALUES.containsKey(property) && random.nextInt(ODD) == 0;
    List<String> values = (odd ? ODD_VALUES : PROPERTIES).getOrDefault(property, List.of());
    return Mappers.read(values.get(random.nextInt(values.size())));
  }

  private List<String> profiles() {
    return List.of(
        "{\"$distinct_id\":\"ann\",\"$properties\":{\"level\":3,\"$city\":\"Zürich\"}}",
        "{\"$distinct_id\":\"bob\",\"$properties\":{\"level\":\"3\"}}",
        "{\"$distinct_id\":\"çelik\",\"$properties\":{\"level\":null}}");
  }
}
