package dev.mixpaneldata.internal.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes random valid JSON, with white space, escapes and numbers of every form. */
final class RandomJson {
  private static final List<String> CHARACTERS =
      List.of("a", "Z", "7", " ", "é", "ж", "漢", "😀", "\u2028", "\u007f", "{", "}", ",", ":", "/");
  private static final List<String> ESCAPES =
      List.of(
          "\\\"",
          "\\\\",
          "\\/",
          "\\b",
          "\\f",
          "\\n",
          "\\r",
          "\\t",
          "\\u0000",
          "\\u00e9",
          "\\u20AC",
          "\\ud83d\\uDE00",
          "\\uffff");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-17",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "12345678901234567890123",
          "0.1",
          "1e-300",
          "0.1000000000000000055",
          "1E+2",
          "3.25e0",
          "-12.5",
          "1767225600123",
          "9999999999999999999",
          "123456789012.345",
          "0.000001");

  private final Random random;

  RandomJson(Random random) {
    this.random = random;
  }

  /** An event with distinct keys in random order. */
  String event() {
    Map<String, String> properties = new LinkedHashMap<>();
    List<String> names =
        new ArrayList<>(
            List.of(
                "time",
                "distinct_id",
                "$insert_id",
                "mp_processing_time_ms",
                "plan",
                "$city",
                "a \\\"b\\\"",
                "длинное имя",
                "",
                "other",
                "properties",
                "event"));
    Collections.shuffle(names, random);
    for (String name : names.subList(0, random.nextInt(names.size() + 1))) {
      properties.put(name, value(2));
    }
    Map<String, String> top = new LinkedHashMap<>();
    boolean propertiesFirst = random.nextBoolean();
    if (propertiesFirst) {
      top.put("properties", object(properties));
    }
    if (random.nextInt(4) == 0) {
      top.put("extra", value(2));
    }
    top.put("event", string());
    if (!propertiesFirst) {
      top.put("properties", object(properties));
    }
    return white() + object(top) + white();
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0, 1 -> string();
      case 2, 3 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 4 -> List.of("true", "false", "null").get(random.nextInt(3));
      case 5 -> array(depth);
      default -> object(Map.of("k" + random.nextInt(9), value(depth - 1)));
    };
  }

  private String array(int depth) {
    StringBuilder text = new StringBuilder("[").append(white());
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(value(depth - 1)).append(white()).append(i > 1 ? "," : "").append(white());
    }
    return text.append(']').toString();
  }

  private String object(Map<String, String> members) {
    StringBuilder text = new StringBuilder("{").append(white());
    String comma = "";
    for (Map.Entry<String, String> member : members.entrySet()) {
      text.append(comma).append(white()).append('"').append(member.getKey()).append('"');
      text.append(white()).append(':').append(white()).append(member.getValue()).append(white());
      comma = ",";
    }
    return text.append('}').toString();
  }

  private String string() {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(20); i > 0; i--) {
      List<String> source = random.nextInt(4) == 0 ? ESCAPES : CHARACTERS;
      text.append(source.get(random.nextInt(source.size())));
    }
    return text.append('"').toString();
  }

  private String white() {
    return random.nextInt(6) == 0 ? List.of(" ", "\t", "\r", "  ").get(random.nextInt(4)) : "";
  }
}
