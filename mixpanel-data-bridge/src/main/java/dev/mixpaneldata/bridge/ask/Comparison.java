package dev.mixpaneldata.bridge.ask;

import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a hosted answer beside those of a local table.
 *
 * @param table the local table
 * @param text how far they agree, in a sentence or two
 * @param different how many numbers differ
 * @param numbers the numbers that both have
 */
public record Comparison(String table, String text, int different, List<Pair> numbers)
    implements Tabular {
  public Comparison {
    numbers = List.copyOf(numbers);
  }

  /**
   * A number that both have.
   *
   * @param at its day or its step
   * @param series its line; empty if there is one alone
   * @param hosted the vendor's
   * @param local the local table's
   */
  public record Pair(String at, Optional<String> series, double hosted, double local) {
    /** Returns the local number minus the hosted one. */
    public double difference() {
      return local - hosted;
    }
  }

  /** Returns this comparison with the numbers alone that differ. */
  public Comparison onlyDifferent() {
    return new Comparison(
        table, text, different, numbers.stream().filter(n -> n.difference() != 0).toList());
  }

  @Override
  public List<String> header() {
    return List.of("at", "series", "hosted", "local", "difference");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return numbers.stream()
        .map(
            n ->
                Arrays.<@Nullable Object>asList(
                    n.at(),
                    n.series().orElse(""),
                    ToolNumbers.plain(n.hosted()),
                    ToolNumbers.plain(n.local()),
                    ToolNumbers.plain(n.difference())))
        .toList();
  }
}
