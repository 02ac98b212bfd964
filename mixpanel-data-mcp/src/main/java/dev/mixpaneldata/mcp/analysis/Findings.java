package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.derived.ToolWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The parts of what a composed tool looks at, of which some may fail. A part that fails says so: it
 * is neither the number zero nor the end of the others.
 */
final class Findings {
  private final List<Failure> failures = new ArrayList<>();
  private Optional<MixpanelDataException> first = Optional.empty();
  private boolean some;

  /** A part that could not be had. */
  record Failure(String part, String code, String message, Optional<String> hint) {}

  /**
   * Computes a part that may fail. Errors that all parts would share, such as missing credentials,
   * end the whole call.
   */
  <T> Optional<T> part(String name, Supplier<T> computation) {
    try {
      T value = computation.get();
      some = true;
      return Optional.of(value);
    } catch (MixpanelDataException e) {
      if (e.code().concernsWholeRun()) {
        throw e;
      }
      failures.add(
          new Failure(
              name, e.code().name(), String.valueOf(e.getMessage()), e.hint(ToolWords.ANYWHERE)));
      if (first.isEmpty()) {
        first = Optional.of(e);
      }
      return Optional.empty();
    }
  }

  /** Computes a part that another has named, and remembers whether it succeeded. */
  <T> T orFail(Supplier<T> computation) {
    try {
      T value = computation.get();
      some = true;
      return value;
    } catch (MixpanelDataException e) {
      if (first.isEmpty()) {
        first = Optional.of(e);
      }
      throw e;
    }
  }

  /** The parts that failed; empty, and so null in JSON, where none did. */
  Optional<List<Failure>> errors() {
    return failures.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(failures));
  }

  /** Fails like the first part where no part succeeded. */
  void requireSome() {
    if (!some && first.isPresent()) {
      throw first.get();
    }
  }

  /** {@code Failed: retention (…).}; empty text where nothing failed. */
  String words() {
    if (failures.isEmpty()) {
      return "";
    }
    List<String> parts = failures.stream().map(f -> f.part() + " (" + f.message() + ")").toList();
    return "\nFailed, and so not in this answer: " + String.join("; ", parts);
  }
}
