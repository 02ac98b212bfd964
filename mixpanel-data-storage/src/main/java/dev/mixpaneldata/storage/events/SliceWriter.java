package dev.mixpaneldata.storage.events;

import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.spi.EventSlice;
import dev.mixpaneldata.store.spi.PromotedColumn;
import dev.mixpaneldata.store.spi.SliceContent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the events between two times to one Parquet file. */
final class SliceWriter {
  private static final String FIXED =
      "event_name, event_time, distinct_id, insert_id, properties::VARCHAR AS properties";

  /** The engine's own size of a row group, which suits events of usual length. */
  private static final long ROWS_IN_GROUP = 122_880;

  /** The engine writes rows in groups of this many. */
  private static final long SMALLEST_GROUP = 2_048;

  /** The text of properties in a group, which each thread keeps in memory until it is written. */
  private static final long BYTES_IN_GROUP = 64 << 20;

  private final Connection connection;
  private final String rows;
  private final List<PromotedColumn> columns;

  SliceWriter(Connection connection, String table, EventSlice slice) {
    this.connection = connection;
    this.rows = Identifiers.quote(table) + within(slice);
    this.columns = slice.columns();
  }

  /** What a slice holds, before it is written. */
  private record Content(long rows, String fingerprint, long bytes) {}

  SliceContent write(Optional<String> known, Path file) throws SQLException {
    Content content = content();
    boolean isNew = content.rows() > 0 && !known.equals(Optional.of(content.fingerprint()));
    if (isNew) {
      copy(file, content);
    }
    return new SliceContent(content.rows(), content.fingerprint(), isNew);
  }

  private Content content() throws SQLException {
    String sql =
        "SELECT count(*), coalesce(sum(hash(event_name, event_time, distinct_id, insert_id,"
            + " properties)), 0)::VARCHAR, coalesce(sum(strlen(properties)), 0) FROM "
            + rows;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      long count = row.getLong(1);
      String form =
          columns.stream().map(c -> c.column() + " " + c.type()).collect(Collectors.joining("\n"));
      String fingerprint = count + "-" + row.getString(2) + "-" + Sha256.hex(form).substring(0, 12);
      return new Content(count, fingerprint, row.getLong(3));
    }
  }

  private void copy(Path file, Content content) throws SQLException {
    String selected =
        columns.stream()
            .map(c -> ", " + Identifiers.quote(c.column()))
            .collect(Collectors.joining());
    try (Statement statement = connection.createStatement()) {
      statement.executeLargeUpdate(
          "COPY (SELECT "
              + FIXED
              + selected
              + " FROM "
              + rows
              + ") TO "
              + Identifiers.literal(file.toString())
              + " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE "
              + rowsInGroup(content)
              + ")");
    }
  }

  private static long rowsInGroup(Content content) {
    long each = Math.max(1, content.bytes() / content.rows());
    long wanted = BYTES_IN_GROUP / each / SMALLEST_GROUP * SMALLEST_GROUP;
    return Math.max(SMALLEST_GROUP, Math.min(ROWS_IN_GROUP, wanted));
  }

  private static String within(EventSlice slice) {
    List<String> conditions = new ArrayList<>();
    slice.from().ifPresent(from -> conditions.add("event_time >= " + time(from)));
    slice.to().ifPresent(to -> conditions.add("event_time < " + time(to)));
    if (conditions.isEmpty()) {
      return "";
    }
    String condition = String.join(" AND ", conditions);
    return " WHERE "
        + (slice.from().isPresent() ? condition : "(" + condition + " OR event_time IS NULL)");
  }

  private static String time(Instant instant) {
    return "epoch_ms(" + instant.toEpochMilli() + "::BIGINT)";
  }
}
