package dev.mixpaneldata.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Mixpanel sends in more than one form: numbers as text, flags as 0 and 1, results bare
 * or in an envelope. Values that are missing or of another kind are absent.
 */
public final class LenientReader {
  private LenientReader() {}

  /** Returns a number, also from text; {@code "NaN"} and the infinities are absent. */
  public static Optional<Double> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.doubleValue());
    }
    if (node.isTextual()) {
      try {
        return Optional.of(Double.valueOf(node.textValue().strip())).filter(Double::isFinite);
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns a whole number, also from text; a fraction is rounded. */
  public static Optional<Long> wholeNumber(JsonNode node) {
    if (node.isIntegralNumber()) {
      return Optional.of(node.longValue());
    }
    if (node.isTextual()) {
      try {
        return Optional.of(Long.valueOf(node.textValue().strip()));
      } catch (NumberFormatException e) {
        return number(node).map(Math::round);
      }
    }
    return number(node).map(Math::round);
  }

  /** Returns a count; 0 if there is none. */
  public static long count(JsonNode node) {
    return wholeNumber(node).orElse(0L);
  }

  /**
   * The one record of an answer.
   *
   * @param what names it, such as {@code "cohort 7"}
   * @throws MixpanelDataException {@code NOT_FOUND} where the answer has none, and {@code
   *     BAD_RESPONSE} where what it has is no record with a number
   */
  public static JsonNode record(JsonNode node, String what) {
    if (node.isNull() || node.isMissingNode() || (node.isContainerNode() && node.isEmpty())) {
      throw new MixpanelDataException(
          ErrorCode.NOT_FOUND,
          "Mixpanel has no " + what + ".",
          "List the ids that exist, and use one of them.");
    }
    JsonNode one = node.isArray() && node.size() == 1 ? node.get(0) : node;
    if (!one.isObject() || wholeNumber(one.path("id")).isEmpty()) {
      throw unreadable("the " + what, "id", node);
    }
    return one;
  }

  /**
   * Returns the records of a list; empty if the answer has none.
   *
   * @param id the field with the number of each record
   * @param what names the records, such as {@code "saved cohorts"}
   * @throws MixpanelDataException {@code BAD_RESPONSE}, with the answer, where it is no list or a
   *     record has no number
   */
  public static List<JsonNode> records(JsonNode list, String id, String what) {
    if (list.isNull() || list.isMissingNode() || (list.isObject() && list.isEmpty())) {
      return List.of();
    }
    List<JsonNode> records = elements(list);
    if (!list.isArray() || records.stream().anyMatch(r -> wholeNumber(r.path(id)).isEmpty())) {
      throw unreadable(what, id, list);
    }
    return records;
  }

  private static MixpanelDataException unreadable(String what, String id, JsonNode answer) {
    return new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "Mixpanel's answer about %s has a record without a number in '%s': %s"
            .formatted(what, id, Visible.line(answer.toString())),
        "Try again later.");
  }

  /** Text, or a number or flag as its text; blank text is absent. */
  public static Optional<String> text(JsonNode node) {
    return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
        ? Optional.of(node.asText())
        : Optional.empty();
  }

  /** Returns whether a flag is true: true, 1, {@code "true"} or {@code "1"}. */
  public static boolean flag(JsonNode node) {
    return node.isBoolean()
        ? node.booleanValue()
        : text(node).filter(t -> t.equalsIgnoreCase("true") || t.equals("1")).isPresent();
  }

  /** Returns the elements of a list; empty if there is no list. */
  public static List<JsonNode> elements(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of();
  }

  /** Returns the texts of a list's elements. */
  public static List<String> texts(JsonNode node) {
    return elements(node).stream().flatMap(e -> text(e).stream()).toList();
  }

  /** Returns the fields of an object in their order; empty if there is no object. */
  public static Map<String, JsonNode> fields(JsonNode node) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  /**
   * Returns the content of {@code results} or {@code data}, through any number of envelopes; else
   * the node itself.
   */
  public static JsonNode unwrap(JsonNode node, String... envelopes) {
    JsonNode inner = node;
    for (int i = 0; i < envelopes.length; ) {
      JsonNode next = inner.path(envelopes[i]);
      if (next.isContainerNode()) {
        inner = next;
        i = 0;
      } else {
        i++;
      }
    }
    return inner;
  }

  /** Returns the node as JSON text; absent for null and for a missing node. */
  public static Optional<Json> json(JsonNode node) {
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(new Json(node.toString()));
  }

  /**
   * Returns a scalar as String, Long, Double or Boolean, a structure as {@link Json}, null as null.
   */
  public static @Nullable Object value(JsonNode node) {
    if (node.isNull() || node.isMissingNode()) {
      return null;
    }
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNumber()) {
      double number = node.doubleValue();
      // A double of 2^63 claims to be a long, and would become the largest one, which is less.
      boolean tooLarge = node.isDouble() && number >= 0x1p63;
      boolean whole = node.canConvertToExactIntegral() && node.canConvertToLong() && !tooLarge;
      return whole ? (Object) node.longValue() : (Object) number;
    }
    return new Json(node.toString());
  }

  /** Returns the whole numbers of a list, 0 for other elements. */
  public static List<Long> counts(JsonNode node) {
    List<Long> counts = new ArrayList<>();
    elements(node).forEach(element -> counts.add(count(element)));
    return List.copyOf(counts);
  }
}
