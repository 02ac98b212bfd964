package dev.mixpaneldata.storage.sql;

import dev.mixpaneldata.value.Json;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/** Converts the driver's objects to plain values. */
final class Cells {
  /** The driver's values for DuckDB's infinite dates and times, which have a place in sorting. */
  private static final LocalDate DATE_INFINITY = LocalDate.of(5881580, 7, 11);

  private static final LocalDate DATE_MINUS_INFINITY = LocalDate.of(-5877641, 6, 24);
  private static final LocalDateTime INFINITY =
      LocalDateTime.of(294247, 1, 10, 4, 0, 54, 775_807_000);
  private static final LocalDateTime MINUS_INFINITY =
      LocalDateTime.of(-290308, 12, 21, 19, 59, 5, 224_193_000);

  private Cells() {}

  static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    if (value instanceof Float number) {
      // Through the text: 0.1f is 0.1 to its reader and not 0.10000000149.
      return Double.valueOf(number.toString());
    }
    if (value instanceof JsonNode node) {
      return new Json(node.toString());
    }
    if (value instanceof LocalDate date) {
      return finite(date, DATE_INFINITY, DATE_MINUS_INFINITY);
    }
    if (value instanceof LocalDateTime time) {
      return finite(time, INFINITY, MINUS_INFINITY);
    }
    if (value instanceof Timestamp time) {
      // Times inside lists and structs come only through the zone of this machine: if that
      // zone skips an hour in spring, times in it are an hour late.
      return finite(time.toLocalDateTime(), INFINITY, MINUS_INFINITY);
    }
    if (value instanceof OffsetDateTime time) {
      OffsetDateTime utc = time.withOffsetSameInstant(ZoneOffset.UTC);
      Object finite = finite(utc.toLocalDateTime(), INFINITY, MINUS_INFINITY);
      return finite instanceof String ? finite : utc;
    }
    if (value instanceof OffsetTime time) {
      return time.toString();
    }
    if (value instanceof Blob blob) {
      return blob.getBytes(1, (int) blob.length());
    }
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof DuckDBStruct struct && !struct.getSQLTypeName().startsWith("TUPLE")) {
      return map(struct.getMap());
    }
    if (value instanceof Struct tuple) {
      return list(tuple.getAttributes());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    return value;
  }

  private static List<@Nullable Object> list(@Nullable Object[] values) throws SQLException {
    List<@Nullable Object> cells = new ArrayList<>(values.length);
    for (Object value : Arrays.asList(values)) {
      cells.add(of(value));
    }
    return Collections.unmodifiableList(cells);
  }

  private static Map<Object, @Nullable Object> map(Map<?, ?> entries) throws SQLException {
    Map<Object, @Nullable Object> cells = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      Object key = of(entry.getKey());
      cells.put(key == null ? "null" : key, of(entry.getValue()));
    }
    return Collections.unmodifiableMap(cells);
  }

  private static Object finite(Object value, Object infinity, Object minusInfinity) {
    if (value.equals(infinity)) {
      return "infinity";
    }
    return value.equals(minusInfinity) ? "-infinity" : value;
  }
}
