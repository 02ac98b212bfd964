package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Unlisted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a saved report shows. Its numbers are nested as Mixpanel nests them: for Insights by metric,
 * then by each property it is split by, then by time.
 *
 * @param computedAt when Mixpanel computed it, as it says
 * @param fromDate the first day, or time, as Mixpanel writes it
 * @param toDate the last day, or time, likewise
 * @param headers what the outer levels of {@code series} are
 * @param series the numbers
 */
public record SavedReportResult(
    Optional<Long> bookmarkId,
    BookmarkType reportType,
    Optional<String> computedAt,
    Optional<String> fromDate,
    Optional<String> toDate,
    List<String> headers,
    Json series,
    @Unlisted Optional<Json> raw)
    implements ReportResult {
  public SavedReportResult {
    headers = List.copyOf(headers);
  }

  /** The headers, names for levels that have none, and the value. */
  @Override
  public List<String> header() {
    int levels = rows().stream().mapToInt(List::size).max().orElse(1) - 1;
    List<String> header = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      header.add(i < headers.size() ? headers.get(i) : "level_" + (i + 1));
    }
    header.add("value");
    return List.copyOf(header);
  }

  /** One row a number, its path before it. */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = rows();
    int width = header().size();
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> filled = new ArrayList<>(row);
      while (filled.size() < width) {
        filled.add(filled.size() - 1, null);
      }
      cells.add(filled);
    }
    return cells;
  }

  private List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addRows(rows, List.of(), Mappers.read(series.text()));
    return rows;
  }

  private static void addRows(List<List<@Nullable Object>> rows, List<String> path, JsonNode node) {
    if (node.isObject()) {
      Lenient.fields(node)
          .forEach(
              (name, value) -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                addRows(rows, longer, value);
              });
    } else {
      List<@Nullable Object> row = new ArrayList<>(path);
      row.add(Lenient.value(node));
      rows.add(row);
    }
  }
}
