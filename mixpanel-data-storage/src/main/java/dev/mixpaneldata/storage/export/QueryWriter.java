package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.internal.CsvField;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a query as they come: as CSV with a header, or as JSON lines. */
final class QueryWriter implements SqlRows {
  private final BufferedWriter writer;
  private final boolean csv;
  private List<String> names = List.of();
  private long rows;

  QueryWriter(BufferedWriter writer, boolean csv) {
    this.writer = writer;
    this.csv = csv;
  }

  /** Returns the number of rows so far. */
  long rows() {
    return rows;
  }

  @Override
  public void columns(List<SqlColumn> columns) {
    names = columns.stream().map(SqlColumn::name).toList();
    if (csv) {
      write(names.stream().map(CsvField::of).collect(Collectors.joining(",", "", "\r\n")));
    }
  }

  @Override
  public void row(List<?> row) {
    List<@Nullable Object> cells = new ArrayList<>(row);
    write(csv ? csvLine(cells) : jsonLine(cells));
    rows++;
  }

  private static String csvLine(List<@Nullable Object> cells) {
    return cells.stream().map(QueryWriter::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(@Nullable Object cell) {
    // An empty field is NULL, and an empty text is quoted, as in exported tables.
    return Optional.ofNullable(cell).map(value -> CsvField.of(text(value))).orElse("");
  }

  private static String text(Object value) {
    return value instanceof LocalDateTime time ? IsoTime.of(time) : ResultJson.cell(value);
  }

  private String jsonLine(List<@Nullable Object> cells) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      line.put(names.get(i), cell instanceof LocalDateTime time ? IsoTime.of(time) : cell);
    }
    return ResultJson.text(line) + "\n";
  }

  private void write(String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
