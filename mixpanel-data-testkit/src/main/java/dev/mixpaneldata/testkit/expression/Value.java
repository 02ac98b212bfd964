package dev.mixpaneldata.testkit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The value of an expression. {@code equals} is that of records, not that of {@code ==}. */
public sealed interface Value {

  /** The two values that hold nothing. */
  enum Empty implements Value {
    NULL,
    UNDEFINED
  }

  record Text(String value) implements Value {}

  /** A finite double; minus zero is zero. */
  record Numeric(double value) implements Value {
    /** Removes the sign of zero. */
    public Numeric {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("Not a finite number: " + value);
      }
      value = value + 0.0;
    }
  }

  record Truth(boolean value) implements Value {}

  /** A point in time, to the millisecond. */
  record Datetime(Instant value) implements Value {}

  record Elements(List<Value> values) implements Value {
    /** Copies the values. */
    public Elements {
      values = List.copyOf(values);
    }
  }

  record Fields(Map<String, Value> values) implements Value {
    /** Copies the values in their order. */
    public Fields {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** Returns the number, or undefined if it is beyond the range of doubles. */
  static Value number(double value) {
    return Double.isFinite(value) ? new Numeric(value) : Empty.UNDEFINED;
  }

  /** Returns a JSON value by its JSON type; undefined for a missing one. */
  static Value of(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> new Text(json.textValue());
      case NUMBER -> number(json.doubleValue());
      case BOOLEAN -> new Truth(json.booleanValue());
      case NULL -> Empty.NULL;
      case MISSING -> Empty.UNDEFINED;
      case ARRAY -> {
        List<Value> values = new ArrayList<>();
        json.forEach(element -> values.add(of(element)));
        yield new Elements(values);
      }
      case OBJECT -> {
        Map<String, Value> values = new LinkedHashMap<>();
        json.properties().forEach(field -> values.put(field.getKey(), of(field.getValue())));
        yield new Fields(values);
      }
      case BINARY, POJO -> throw new IllegalArgumentException("Not read from JSON: " + json);
    };
  }
}
