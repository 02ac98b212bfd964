package dev.mixpaneldata.store;

import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates the memory that rows of SQL take while they are kept. */
public final class RowWeight {
  private static final long CELL = 32;

  private RowWeight() {}

  /**
   * Returns the approximate size of a cell in bytes, with everything inside it; a row is a list of
   * cells.
   */
  public static long of(@Nullable Object cell) {
    if (cell instanceof CharSequence text) {
      return CELL + 2L * text.length();
    }
    if (cell instanceof Json json) {
      return CELL + 2L * json.text().length();
    }
    if (cell instanceof byte[] bytes) {
      return CELL + bytes.length;
    }
    long weight = CELL;
    if (cell instanceof List<?> list) {
      for (Object each : list) {
        weight += of(each);
      }
    } else if (cell instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        weight += CELL + of(entry.getKey()) + of(entry.getValue());
      }
    }
    return weight;
  }
}
