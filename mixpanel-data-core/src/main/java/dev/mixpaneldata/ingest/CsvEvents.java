package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.CsvReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Makes an event of each row of CSV. The columns {@code event} and {@code time} have to be there;
 * every other is a property. Numbers, true and false become such; an empty field is no property.
 */
final class CsvEvents {
  /** A number as JSON writes it: what has leading zeros or a plus is a text, such as a postcode. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,17})([.][0-9]{1,17})?([eE][+-]?[0-9]{1,2})?");

  private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,9})?");

  /** These are texts whatever they look like. */
  private static final Set<String> TEXTS =
      Set.of("distinct_id", "$insert_id", "$user_id", "$device_id");

  private final CsvReader rows;
  private final List<String> names;

  /**
   * Reads the header line.
   *
   * @param columns gives the name of a column's property, or the name itself
   */
  CsvEvents(CsvReader rows, UnaryOperator<String> columns) throws IOException {
    this.rows = rows;
    this.names = rows.next().orElse(List.of()).stream().map(columns).toList();
    for (String required : List.of("event", "time")) {
      if (!names.contains(required)) {
        throw MixpanelDataException.invalidArgument(
            "The file has no column '" + required + "', but " + names + ".",
            "Choose the column that is the " + required + " with a map of columns.");
      }
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw MixpanelDataException.invalidArgument(
          "Two columns have the same name: " + names + ".", "Rename one with a map of columns.");
    }
  }

  /** Hands each event over as a JSON text. */
  void forEach(Consumer<String> events) throws IOException {
    for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
      events.accept(event(row.get()));
    }
  }

  private String event(List<String> fields) {
    ObjectNode event = Mappers.json().createObjectNode();
    event.putNull("event");
    ObjectNode properties = event.putObject("properties");
    for (int i = 0; i < Math.min(fields.size(), names.size()); i++) {
      String name = names.get(i);
      String text = fields.get(i);
      if (name.equals("event")) {
        event.put("event", text);
      } else if (name.equals("time")) {
        putTime(properties, text.strip());
      } else if (!text.isEmpty()) {
        put(properties, name, text);
      }
    }
    return Mappers.write(event);
  }

  private static void put(ObjectNode properties, String name, String text) {
    if (TEXTS.contains(name)) {
      properties.put(name, text);
    } else if (text.equals("true") || text.equals("false")) {
      properties.put(name, text.equals("true"));
    } else if (NUMBER.matcher(text).matches()) {
      properties.put(name, new BigDecimal(text));
    } else {
      properties.put(name, text);
    }
  }

  /** What is no time stays a text, by which the event is found to be invalid. */
  private static void putTime(ObjectNode properties, String text) {
    if (DIGITS.matcher(text).matches()) {
      properties.put("time", new BigDecimal(text));
      return;
    }
    try {
      properties.put("time", instant(text).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      properties.put("time", text);
    }
  }

  /** ISO 8601 with or without an offset, UTC without one; a space may stand for the T. */
  private static Instant instant(String text) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
    return zoned
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }
}
