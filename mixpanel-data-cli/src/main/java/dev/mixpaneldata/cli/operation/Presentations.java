package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Map;

/**
 * How operations look on the command line. Names that several operations share stand in {@link
 * #SHARED}; what has no entry is {@code --its-name}.
 */
final class Presentations {
  /** Option names by parameter, wherever an operation says nothing else. */
  static final Map<String, List<String>> SHARED =
      Map.of(
          "table", List.of("-t", "--table"),
          "event", List.of("-e", "--event"),
          "from_date", List.of("--from"),
          "to_date", List.of("--to"));

  /** What is particular, by operation. */
  static final Map<String, Presentation> BY_OPERATION =
      Map.ofEntries(
          entry(
              "workspace_info",
              Presentation.examples("mp inspect info", "mp inspect info --jq .path")),
          entry(
              "list_tables",
              Presentation.examples(
                      "mp inspect tables", "mp inspect tables --jq '.[].name' -f jsonl")
                  .columns("name", "type", "row_count", "bytes", "fetched_at")),
          entry(
              "table_schema",
              Presentation.examples(
                  "mp inspect schema -t events", "mp inspect schema -t events -f csv")),
          entry(
              "sample",
              Presentation.examples(
                      "mp inspect sample -t events", "mp inspect sample -t events -n 3 -f jsonl")
                  .name("rows", "-n", "--rows")),
          entry("summarize", Presentation.examples("mp inspect summarize -t events")),
          entry("event_breakdown", Presentation.examples("mp inspect breakdown -t events")),
          entry(
              "property_keys",
              Presentation.examples(
                  "mp inspect keys -t events", "mp inspect keys -t events -e \"Sign up\"")),
          entry(
              "column_stats",
              Presentation.examples(
                      "mp inspect column -t events -c event_name",
                      "mp inspect column -t events -c properties.plan --top 5")
                  .name("column", "-c", "--column")),
          entry(
              "drop_table",
              Presentation.examples(
                  "mp inspect drop -t old_events", "mp inspect drop -t old_events --force")),
          entry(
              "drop_all_tables",
              Presentation.examples(
                      "mp inspect drop-all -t profiles", "mp inspect drop-all --force")
                  .name("type", "-t", "--type")));

  private Presentations() {}

  static Presentation of(String operation) {
    return BY_OPERATION.getOrDefault(operation, Presentation.NONE);
  }

  /** The option names of a parameter, or {@code <label>}. */
  static List<String> names(String operation, ParameterDescription parameter) {
    List<String> own = of(operation).names().get(parameter.name());
    return own != null
        ? own
        : SHARED.getOrDefault(parameter.name(), List.of("--" + parameter.kebabName()));
  }
}
