package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.derived.ToolWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a composed tool found, part by part. A part that fails says so in its place: it is neither
 * the number zero nor the end of the others.
 */
final class Findings {
  private final Map<String, @Nullable Object> parts = new LinkedHashMap<>();
  private final List<Map<String, Object>> errors = new ArrayList<>();

  Findings put(String name, @Nullable Object value) {
    parts.put(name, value);
    return this;
  }

  /**
   * Computes a part that may fail. Errors that all parts would share, such as missing credentials,
   * end the whole call.
   */
  <T> Optional<T> part(String name, Supplier<T> computation) {
    try {
      T value = computation.get();
      parts.put(name, value);
      return Optional.ofNullable(value);
    } catch (MixpanelDataException e) {
      if (e.code().concernsWholeRun()) {
        throw e;
      }
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("part", name);
      error.put("code", e.code().name());
      error.put("message", String.valueOf(e.getMessage()));
      e.hint(ToolWords.ANYWHERE).ifPresent(hint -> error.put("hint", hint));
      errors.add(error);
      parts.put(name, null);
      return Optional.empty();
    }
  }

  /** The parts, and beneath them the errors where there were any. */
  Map<String, @Nullable Object> map() {
    if (!errors.isEmpty()) {
      parts.put("errors", errors);
    }
    return parts;
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }
}
