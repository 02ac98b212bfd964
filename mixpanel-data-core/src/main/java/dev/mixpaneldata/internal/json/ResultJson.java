package dev.mixpaneldata.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.RowSet;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as JSON. Records become objects with names in snake_case, an SQL result a list of
 * row objects, {@code java.time} values ISO text, enums lower-case text, {@link Json} itself, bytes
 * base64. Absent values become null, and so do NaN and the infinities, which JSON cannot carry.
 */
public final class ResultJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private static final DefaultPrettyPrinter FOR_PEOPLE = forPeople();

  private final JsonGenerator generator;

  private ResultJson(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Returns a result on one line. */
  public static String text(@Nullable Object result) {
    StringWriter text = new StringWriter();
    write(result, text);
    return text.toString();
  }

  /** Writes a result on one line without closing the writer. */
  public static void write(@Nullable Object result, Writer target) {
    try (JsonGenerator generator = FACTORY.createGenerator(target)) {
      new ResultJson(generator).value(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a result on many lines without closing the writer. */
  public static void writePretty(@Nullable Object result, Writer target) {
    try (JsonGenerator generator = FACTORY.createGenerator(target)) {
      generator.setPrettyPrinter(new DefaultPrettyPrinter(FOR_PEOPLE));
      new ResultJson(generator).value(result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter forPeople() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""))
        .withObjectIndenter(indenter)
        .withArrayIndenter(indenter);
  }

  /** Writes one row as an object on one line without closing the writer. */
  public static void writeRow(List<String> names, List<?> row, Writer target) {
    try (JsonGenerator generator = FACTORY.createGenerator(target)) {
      new ResultJson(generator).row(names, row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a cell as the text that CSV and tables show; empty for an absent value. */
  public static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Optional<?> optional) {
      return cell(optional.orElse(null));
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Enum<?> || value instanceof java.time.temporal.TemporalAccessor) {
      return scalarText(value);
    }
    boolean structure =
        value instanceof Collection<?>
            || value instanceof Map<?, ?>
            || value instanceof Record && !(value instanceof Json)
            || value instanceof byte[];
    return structure ? unquoted(text(value)) : value.toString();
  }

  private static String unquoted(String text) {
    return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  private void value(@Nullable Object value) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof Optional<?> optional) {
      value(optional.orElse(null));
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Json json) {
      // A line break outside a string means nothing, and would break a line of JSON lines in two.
      generator.writeRawValue(json.text().replace('\n', ' ').replace('\r', ' '));
    } else if (value instanceof RowSet rows) {
      rows(rows);
    } else if (value instanceof Record result) {
      record(result);
    } else if (value instanceof Collection<?> elements) {
      generator.writeStartArray();
      for (Object element : elements) {
        value(element);
      }
      generator.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof byte[] bytes) {
      generator.writeBinary(bytes);
    } else if (value instanceof OptionalLong number) {
      value(number.isPresent() ? number.getAsLong() : null);
    } else if (value instanceof OptionalInt number) {
      value(number.isPresent() ? number.getAsInt() : null);
    } else {
      generator.writeString(scalarText(value));
    }
  }

  private void number(Number number) throws IOException {
    if (number instanceof BigDecimal decimal) {
      generator.writeNumber(decimal);
    } else if (number instanceof BigInteger integer) {
      generator.writeNumber(integer);
    } else if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (!Double.isFinite(value)) {
        generator.writeNull();
      } else if (number instanceof Float) {
        generator.writeNumber(number.floatValue());
      } else {
        generator.writeNumber(value);
      }
    } else {
      generator.writeNumber(number.longValue());
    }
  }

  private void record(Record result) throws IOException {
    Map<?, ?> remaining = ResultFields.remaining(result);
    generator.writeStartObject();
    for (ResultFields.Field field : ResultFields.of(result.getClass())) {
      // A value of an unexpected kind is among the remaining ones, under the name of its component.
      if (!remaining.containsKey(field.name())) {
        generator.writeFieldName(field.name());
        value(field.of(result));
      }
    }
    for (Map.Entry<?, ?> entry : remaining.entrySet()) {
      generator.writeFieldName(String.valueOf(entry.getKey()));
      value(entry.getValue());
    }
    generator.writeEndObject();
  }

  private void rows(RowSet result) throws IOException {
    List<String> names = ResultFields.distinct(result.header());
    generator.writeStartArray();
    for (List<?> row : result.cells()) {
      row(names, row);
    }
    generator.writeEndArray();
  }

  private void row(List<String> names, List<?> row) throws IOException {
    generator.writeStartObject();
    for (int i = 0; i < names.size(); i++) {
      generator.writeFieldName(names.get(i));
      value(row.get(i));
    }
    generator.writeEndObject();
  }

  private void map(Map<?, ?> map) throws IOException {
    generator.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      generator.writeFieldName(cell(entry.getKey()));
      value(entry.getValue());
    }
    generator.writeEndObject();
  }

  private static String scalarText(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    // toString omits zero seconds, which some readers of ISO times do not accept.
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof ZonedDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    return value.toString();
  }
}
