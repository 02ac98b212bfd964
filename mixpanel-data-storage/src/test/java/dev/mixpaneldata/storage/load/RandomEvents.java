package dev.mixpaneldata.storage.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Export lines with few different values, so that many are alike in some or all of them. */
final class RandomEvents {
  private static final long START = Instant.parse("2026-03-27T22:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000;

  private RandomEvents() {}

  static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      lines.add(line(random));
    }
    return lines;
  }

  private static String line(Random random) {
    String name = random.nextBoolean() ? "a" : "b";
    return "{\"event\":\""
        + name
        + "\",\"properties\":{\"name\":\""
        + name
        + "\""
        + time(random)
        + any(random, "distinct_id", "\"u\"", "7", "\"7\"", "null")
        + any(random, "$insert_id", "\"i1\"", "\"i2\"", "\"i3\"", "\"\"", "null", "1")
        + any(random, "mp_processing_time_ms", "1", "2", "null")
        + any(random, "x", "1", "2")
        + "}}";
  }

  private static String time(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> "";
      case 1 -> ",\"time\":\"soon\"";
      case 2 -> ",\"time\":" + START + ".5";
      case 3 -> ",\"time\":null";
      // Every half hour of days around a change to summer time.
      default ->
          ",\"time\":" + (START + random.nextInt(6) * 9 * HOUR + random.nextInt(2) * HOUR / 2);
    };
  }

  private static String any(Random random, String key, String... values) {
    int choice = random.nextInt(values.length + 1);
    return choice == values.length ? "" : ",\"" + key + "\":" + values[choice];
  }
}
