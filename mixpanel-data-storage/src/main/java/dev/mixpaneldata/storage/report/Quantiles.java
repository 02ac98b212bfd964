package dev.mixpaneldata.storage.report;

import java.util.List;

/**
 * Quantiles of values that are given with how often each occurs, by the rule of the engine's {@code
 * quantile_cont}: between the two nearest values in proportion.
 *
 * @param keys the columns of the group
 * @param value the column of the value
 * @param times the column of its number
 */
record Quantiles(List<String> keys, String value, String times) {
  /** Returns a query of each value with its place; {@link #at} reads from it. */
  Select placed(String source) {
    Select summed =
        Select.from(source)
            .columns(keys)
            .column(value, value)
            .column("sum(" + times + ")", "value_times")
            .where(value + " IS NOT NULL")
            .groupBy(keys)
            .groupBy(value);
    String group = keys.isEmpty() ? "" : "PARTITION BY " + String.join(", ", keys) + " ";
    return Select.from("(" + summed.text() + ")")
        .columns(keys)
        .column(value, value)
        .column("value_times", "value_times")
        .column(
            "sum(value_times) OVER (" + group + "ORDER BY " + value + " ROWS UNBOUNDED PRECEDING)",
            "value_upto")
        .column("sum(value_times) OVER (" + group.strip() + ")", "value_count");
  }

  /** Returns the quantile of a group of placed values, as SQL. */
  String at(double share) {
    String place = "((value_count - 1)::DOUBLE * " + share + ")";
    String low = nearest("floor(" + place + ")");
    String high = nearest("ceil(" + place + ")");
    String rest = "any_value(" + place + " - floor(" + place + "))";
    return "(" + low + " + (" + high + " - " + low + ") * " + rest + ")";
  }

  private String nearest(String place) {
    return "min(" + value + ") FILTER (WHERE value_upto > " + place + ")";
  }
}
