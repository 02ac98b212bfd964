package dev.mixpaneldata.bridge.ask;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a question was answered with.
 *
 * @param connection the connection that was asked
 * @param text the answer in a sentence or two, with what was taken for granted
 * @param tool the vendor's tool that gave the numbers
 * @param arguments what the tool was called with
 * @param columns the titles of the numbers
 * @param rows the numbers, as long as the titles
 * @param chart the numbers as a picture, drawn here and not by the vendor
 * @param comparison the same from a local table, where one can
 */
public record Answer(
    String question,
    String connection,
    String text,
    String tool,
    Json arguments,
    List<String> columns,
    List<List<@Nullable Object>> rows,
    Optional<Chart> chart,
    Optional<Comparison> comparison)
    implements Tabular {

  /** Returns this answer beside the numbers of a local table. */
  public Answer with(Comparison local) {
    return new Answer(
        question, connection, text, tool, arguments, columns, rows, chart, Optional.of(local));
  }

  @Override
  public List<String> header() {
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return rows;
  }
}
