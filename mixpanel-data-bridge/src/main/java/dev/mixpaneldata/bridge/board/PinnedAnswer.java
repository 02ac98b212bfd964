package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.value.Tabular;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a board keeps it.
 *
 * @param title a title made of the question
 * @param at when it was given
 * @param by who gave it: Mixpanel, local tables, or a connection and its tool
 * @param text what there is to know of it, in sentences; may be empty
 * @param columns the titles of the numbers
 * @param rows at most {@value #MOST_ROWS} rows, each as long as the titles
 * @param rowsInAll how many rows the answer had
 * @param chart the numbers as a picture, if they can be drawn
 */
public record PinnedAnswer(
    String title,
    Instant at,
    String by,
    String text,
    List<String> columns,
    List<List<@Nullable Object>> rows,
    long rowsInAll,
    Optional<Chart> chart)
    implements Tabular {
  /** The most rows that a board keeps of an answer: a file that people read has no more. */
  public static final int MOST_ROWS = 1000;

  public PinnedAnswer {
    columns = List.copyOf(columns);
    rows = rows.size() > MOST_ROWS ? rows.subList(0, MOST_ROWS) : rows;
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
