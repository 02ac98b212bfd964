package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.store.TableType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBColumnType;

/**
 * The columns of a staging table: fixed columns, promoted columns, and columns that only serve the
 * load.
 */
final class StagingLayout {
  /** A work column: the time when Mixpanel processed the event, in ms; NULL if unknown. */
  static final String PROCESSED = "_mp_processed";

  /** A work column: the row's place in the order of receipt. */
  static final String ORDER = "_mp_order";

  /** A work column: the time as it was sent, if event_time does not hold it exactly. */
  static final String TIME_REST = "_mp_time_rest";

  /** The fixed columns of event tables. */
  static final List<String> EVENT_COLUMNS =
      List.of("event_name", "event_time", "distinct_id", "insert_id", "properties");

  /** The fixed columns of profile tables. */
  static final List<String> PROFILE_COLUMNS = List.of("distinct_id", "last_seen", "properties");

  /**
   * The type of {@code properties}. Left to choose, the engine tries a dictionary, which keeps
   * every text of 122,880 rows in memory for each thread. With zstd at once, loads take a sixth of
   * that memory and files half the space.
   */
  private static final String PROPERTIES_TYPE = "JSON USING COMPRESSION zstd";

  private final TableType type;
  private final Optional<ZoneId> projectZone;
  private final List<Promotion> promotions;
  private final List<StagingColumn> columns = new ArrayList<>();

  StagingLayout(TableType type, Optional<ZoneId> projectZone, List<Promotion> promotions) {
    this.type = type;
    this.projectZone = projectZone;
    this.promotions = List.copyOf(promotions);
    switch (type) {
      case EVENTS -> addEventColumns();
      case PROFILES -> addProfileColumns();
    }
  }

  static LineShape shape(TableType type) {
    return switch (type) {
      case EVENTS -> LineShape.EVENT;
      case PROFILES -> LineShape.PROFILE;
    };
  }

  static List<String> fixedColumns(TableType type) {
    return switch (type) {
      case EVENTS -> EVENT_COLUMNS;
      case PROFILES -> PROFILE_COLUMNS;
    };
  }

  TableType type() {
    return type;
  }

  Optional<ZoneId> projectZone() {
    return projectZone;
  }

  List<Promotion> promotions() {
    return promotions;
  }

  List<StagingColumn> columns() {
    return columns;
  }

  /** Returns the columns that stay, quoted, in their order. */
  List<String> finishedColumns() {
    return columns.stream().filter(c -> !c.isWork()).map(StagingColumn::quotedName).toList();
  }

  /** Returns the columns that go, quoted. */
  List<String> workColumns() {
    return columns.stream().filter(StagingColumn::isWork).map(StagingColumn::quotedName).toList();
  }

  /** Returns a scanner that finds the values that the columns need. */
  LineScanner scanner() {
    return new LineScanner(shape(type), promotions.stream().map(Promotion::property).toList());
  }

  private void addEventColumns() {
    columns.add(StagingColumn.text("event_name", "dictionary", () -> texts(LineShape.NAME)));
    columns.add(
        new StagingColumn(
            "event_time",
            "TIMESTAMP",
            DuckDBColumnType.BIGINT,
            "epoch_ms(%s)",
            false,
            () -> EventClock.time(projectZone)));
    columns.add(StagingColumn.text("distinct_id", () -> texts(LineShape.DISTINCT_ID)));
    columns.add(StagingColumn.text("insert_id", "fsst", () -> texts(LineShape.INSERT_ID)));
    addProperties();
    columns.add(
        StagingColumn.work(
            PROCESSED, DuckDBColumnType.BIGINT, () -> longs(LineShape.PROCESSING_TIME)));
    columns.add(
        StagingColumn.work(
            TIME_REST, DuckDBColumnType.VARCHAR, () -> EventClock.rest(projectZone)));
    addOrder();
  }

  private void addProfileColumns() {
    columns.add(StagingColumn.text("distinct_id", () -> texts(LineShape.NAME)));
    columns.add(
        new StagingColumn(
            "last_seen",
            "TIMESTAMP",
            DuckDBColumnType.BIGINT,
            "make_timestamp(%s)",
            false,
            LastSeen::writer));
    addProperties();
    addOrder();
  }

  private void addProperties() {
    columns.add(
        new StagingColumn(
            "properties",
            PROPERTIES_TYPE,
            DuckDBColumnType.VARCHAR,
            "%s",
            false,
            () -> TextWriter.of(line -> line.slice(LineShape.PROPERTIES))));
    for (Promotion promotion : promotions) {
      columns.add(promotion.stagingColumn(scannerSlot(promotion)));
    }
  }

  private void addOrder() {
    columns.add(
        StagingColumn.work(
            ORDER,
            DuckDBColumnType.BIGINT,
            () -> NumberWriter.of((vector, row, line) -> vector.setLong(row, line.order()))));
  }

  private int scannerSlot(Promotion promotion) {
    return scanner().slotOf(promotion.property());
  }

  private static ColumnWriter texts(int slot) {
    return TextWriter.of(line -> line.text(slot));
  }

  private static ColumnWriter longs(int slot) {
    return NumberWriter.of(
        (vector, row, line) -> {
          if (line.isLong(slot)) {
            vector.setLong(row, line.longValue(slot));
          } else {
            vector.setNull(row);
          }
        });
  }
}
