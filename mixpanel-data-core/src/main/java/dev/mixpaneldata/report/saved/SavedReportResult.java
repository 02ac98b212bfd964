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
import java.util.regex.Pattern;
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
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  public SavedReportResult {
    headers = List.copyOf(headers);
  }

  /** The headers, names for levels that have none ({@code date} for times), and the value. */
  @Override
  public List<String> header() {
    List<List<@Nullable Object>> rows = rows();
    int levels = rows.stream().mapToInt(List::size).max().orElse(1) - 1;
    List<String> header = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      header.add(i < headers.size() ? headers.get(i) : name(rows, i));
    }
    header.add("value");
    return List.copyOf(header);
  }

  private static String name(List<List<@Nullable Object>> rows, int level) {
    boolean times =
        rows.stream()
            .filter(row -> row.size() > level + 1)
            .allMatch(row -> DATE.matcher(String.valueOf(row.get(level))).lookingAt());
    return times ? "date" : "level_" + (level + 1);
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
