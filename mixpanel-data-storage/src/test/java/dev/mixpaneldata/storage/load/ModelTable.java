package dev.mixpaneldata.storage.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadResult;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of events as the rules describe it: slow, plain, and without SQL. */
final class ModelTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Row(String event, JsonNode tree, String text, @Nullable Instant time) {
    @Nullable String value(String key) {
      JsonNode value = tree.path(key);
      return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    boolean hasInsertId() {
      String id = value("$insert_id");
      return id != null && !id.isEmpty();
    }

    List<@Nullable Object> key() {
      return Arrays.asList(
          event, tree.path("time").toString(), value("distinct_id"), value("$insert_id"));
    }

    long processed() {
      return tree.path("mp_processing_time_ms").asLong(Long.MIN_VALUE);
    }
  }

  private final ZoneId zone;
  private List<Row> rows = new ArrayList<>();

  ModelTable(@Nullable String zone) {
    this.zone = zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
  }

  List<String> properties() {
    return rows.stream().map(Row::text).toList();
  }

  LoadResult load(LoadMode mode, List<String> lines, TableOrigin origin) {
    int before = rows.size();
    List<Row> old = new ArrayList<>(rows);
    if (mode == LoadMode.REPLACE) {
      old.clear();
    } else if (mode == LoadMode.REPLACE_DAYS) {
      old.removeIf(row -> isInDays(row, origin));
    }
    Map<List<@Nullable Object>, Row> byKey = new HashMap<>();
    for (Row row : old) {
      if (row.hasInsertId()) {
        byKey.put(row.key(), row);
      }
    }
    List<Row> fresh = new ArrayList<>();
    for (String line : lines) {
      Row row = parse(line);
      fresh.add(row);
      if (row.hasInsertId()) {
        byKey.merge(row.key(), row, (a, b) -> b.processed() >= a.processed() ? b : a);
      }
    }
    int oldKept = keepWinners(old, byKey);
    keepWinners(fresh, byKey);
    for (Row row : old) {
      if (!row.hasInsertId()) {
        removeOneCopy(fresh, row);
      }
    }
    rows = old;
    rows.addAll(fresh);
    return new LoadResult(lines.size(), lines.size() - fresh.size(), before - oldKept, rows.size());
  }

  private static int keepWinners(List<Row> list, Map<List<@Nullable Object>, Row> byKey) {
    list.removeIf(row -> row.hasInsertId() && byKey.get(row.key()) != row);
    return list.size();
  }

  private static void removeOneCopy(List<Row> fresh, Row row) {
    for (Iterator<Row> each = fresh.iterator(); each.hasNext(); ) {
      Row other = each.next();
      if (!other.hasInsertId() && other.event.equals(row.event) && other.text.equals(row.text)) {
        each.remove();
        return;
      }
    }
  }

  private boolean isInDays(Row row, TableOrigin origin) {
    return row.time != null
        && !row.time.isBefore(origin.range().orElseThrow().from().atStartOfDay(zone).toInstant())
        && row.time.isBefore(
            origin.range().orElseThrow().to().plusDays(1).atStartOfDay(zone).toInstant());
  }

  private Row parse(String line) {
    try {
      JsonNode tree = JSON.readTree(line).get("properties");
      String text = line.substring(line.indexOf("\"properties\":") + 13, line.length() - 1);
      JsonNode time = tree.path("time");
      Instant instant =
          time.isNumber()
              ? LocalDateTime.ofInstant(Instant.ofEpochMilli(time.asLong()), ZoneOffset.UTC)
                  .atZone(zone)
                  .toInstant()
              : null;
      return new Row(tree.get("name").asText(), tree, text, instant);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
