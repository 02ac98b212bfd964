package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.testkit.http.Parameters;
import dev.mixpaneldata.testkit.http.Request;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The parameters of a request from all of its parts: a form or JSON body first, then the query. */
final class Arguments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Parameters parameters;

  private Arguments(Parameters parameters) {
    this.parameters = parameters;
  }

  static Arguments of(Request request) throws Refusal {
    if (request.body().length == 0) {
      return new Arguments(request.query());
    }
    String text = request.bodyText().strip();
    Parameters body = text.startsWith("{") ? fromJson(text) : Parameters.decode(text);
    return new Arguments(body.orElse(request.query()));
  }

  /** Refuses every parameter that the endpoint does not know, as Mixpanel's newer ones do. */
  void refuseOthers(Set<String> known) throws Refusal {
    for (String name : parameters.names()) {
      if (!known.contains(name)) {
        throw Refusal.badRequest("Extra inputs are not permitted at " + name);
      }
    }
  }

  /** Refuses every key of an object that the endpoint does not know. */
  static void refuseOthers(String where, JsonNode object, Set<String> known) throws Refusal {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw Refusal.badRequest(
            "Extra inputs are not permitted at " + where + "." + field.getKey());
      }
    }
  }

  Optional<String> text(String name) {
    return parameters.first(name).filter(value -> !value.isEmpty());
  }

  boolean flag(String name, boolean otherwise) {
    return text(name).map(value -> value.equals("true") || value.equals("1")).orElse(otherwise);
  }

  OptionalInt wholeNumber(String name) throws Refusal {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(value.get()));
    } catch (NumberFormatException malformed) {
      throw Refusal.badRequest("Invalid " + name + ": " + value.get());
    }
  }

  /** Returns a required text. */
  String required(String name) throws Refusal {
    return text(name).orElseThrow(() -> Refusal.badRequest("Missing required parameter: " + name));
  }

  /** Returns the days of a query, both inclusive. */
  DateRange range() throws Refusal {
    LocalDate from = day("from_date");
    LocalDate to = day("to_date");
    if (from.isAfter(to)) {
      throw Refusal.badRequest("from_date cannot be later than to_date");
    }
    return new DateRange(from, to);
  }

  /** Returns one of some words, which are the names of constants in lower case. */
  <E extends Enum<E>> E choice(String name, Class<E> choices, E otherwise) throws Refusal {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    for (E choice : choices.getEnumConstants()) {
      if (choice.name().toLowerCase(Locale.ROOT).equals(value.get())) {
        return choice;
      }
    }
    throw Refusal.badRequest("Invalid " + name + ": " + value.get());
  }

  /** Returns an optional whole number. */
  Optional<Integer> integer(String name) throws Refusal {
    OptionalInt value = wholeNumber(name);
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  /** Returns a day in Mixpanel's only form, {@code yyyy-mm-dd}. */
  LocalDate day(String name) throws Refusal {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      throw Refusal.badRequest("Missing required parameter: " + name);
    }
    try {
      LocalDate day = LocalDate.parse(value.get());
      if (day.getYear() < 2000) {
        throw Refusal.badRequest("Error in " + name + ": invalid date, bad year");
      }
      return day;
    } catch (DateTimeParseException malformed) {
      throw Refusal.badRequest(
          "Error in " + name + ": invalid date, expected yyyy-mm-dd: " + value.get());
    }
  }

  /** Returns the texts of a JSON array; empty if the parameter is missing. */
  Optional<Set<String>> texts(String name) throws Refusal {
    Optional<JsonNode> node = json(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!node.get().isArray()) {
      throw Refusal.badRequest("Invalid " + name + ": expected a JSON array");
    }
    Set<String> texts = new LinkedHashSet<>();
    node.get().forEach(element -> texts.add(element.asText()));
    return Optional.of(texts);
  }

  /** Returns a JSON value; empty if the parameter is missing. */
  Optional<JsonNode> json(String name) throws Refusal {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(value.get()));
    } catch (JsonProcessingException malformed) {
      throw Refusal.badRequest("Invalid " + name + ": not JSON: " + value.get());
    }
  }

  private static Parameters fromJson(String text) throws Refusal {
    try {
      Map<String, String> values = new LinkedHashMap<>();
      JSON.readTree(text)
          .properties()
          .forEach(
              entry -> {
                JsonNode value = entry.getValue();
                values.put(entry.getKey(), value.isValueNode() ? value.asText() : value.toString());
              });
      return Parameters.of(values);
    } catch (JsonProcessingException malformed) {
      throw Refusal.badRequest("The body is not JSON");
    }
  }
}
