package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.Measure;
import java.util.List;
import java.util.Optional;

/**
 * A measure of numbers of which each shard has some: what a shard returns, and what that makes.
 *
 * @param group the columns of the group
 * @param value the column of the numbers
 */
record PartialMeasure(
    Measure measure, List<String> group, String value, Optional<Double> percentile) {

  /** Returns what a shard returns of its rows. */
  Select part(Select rows) {
    rows.columns(group).groupBy(group);
    return switch (measure) {
      case TOTAL -> rows.column("fsum(" + value + ")", value);
      case AVERAGE ->
          rows.column("fsum(" + value + ")", value).column("count(" + value + ")", "times");
      case MIN -> rows.column("min(" + value + ")", value);
      case MAX -> rows.column("max(" + value + ")", value);
      default -> rows.column(value, value).column("count(*)", "times").groupBy(value);
    };
  }

  /** Returns whether a part is made of all values, each with its number. */
  boolean isOfValues() {
    return switch (measure) {
      case TOTAL, AVERAGE, MIN, MAX -> false;
      default -> true;
    };
  }

  /** Returns the measure of what all shards returned. */
  Select merged() {
    return switch (measure) {
      case TOTAL -> merged("coalesce(fsum(" + value + "), 0)");
      case AVERAGE -> merged("fsum(" + value + ") / sum(times)");
      case MIN -> merged("min(" + value + ")");
      case MAX -> merged("max(" + value + ")");
      case UNIQUE_VALUES -> merged("count(DISTINCT " + value + ")");
      default -> {
        Quantiles quantiles = new Quantiles(group, value, "times");
        yield Select.from("placed")
            .with("placed", quantiles.placed(Sharded.ROWS))
            .columns(group)
            .column(quantiles.at(percent(measure, percentile) / 100), "result")
            .groupBy(group);
      }
    };
  }

  private Select merged(String result) {
    return Select.from(Sharded.ROWS).columns(group).column(result, "result").groupBy(group);
  }

  /** Returns the percentage of a measure that is a percentile. */
  static double percent(Measure measure, Optional<Double> percentile) {
    return switch (measure) {
      case P25 -> 25;
      case P75 -> 75;
      case P90 -> 90;
      case P99 -> 99;
      case PERCENTILE -> percentile.orElse(50.0);
      default -> 50;
    };
  }
}
