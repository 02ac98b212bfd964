package dev.mixpaneldata.storage.index;

import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.FileMark;
import dev.mixpaneldata.storage.file.Identifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the index of a table. The table is read a slice at a time, between which others may write:
 * then the build is given up, since the rows are no longer those that it began with.
 */
public final class IndexBuild {
  /** The number of rows that are read at once; others who want to write wait as long. */
  private static final long SLICE = 1_000_000;

  /** The number of names of events up to which they become a type. */
  private static final int MOST_NAMES = 10_000;

  private final DatabaseFile file;
  private final IndexFolder folder;
  private final String table;
  private final IndexLimits limits;
  private final Path collected;
  private final Path sorted;

  private IndexBuild(DatabaseFile file, IndexFolder folder, String table, IndexLimits limits) {
    this.file = file;
    this.folder = folder;
    this.table = table;
    this.limits = limits;
    String name = UUID.randomUUID().toString();
    this.collected = folder.file(name + ".collected");
    this.sorted = folder.file(name + ".events");
  }

  /**
   * Makes the index that a table should have, unless it has it.
   *
   * @return whether it has it now; not if another process is about to make one, or somebody wrote
   *     to the file meanwhile
   */
  public static boolean run(DatabaseFile file, String table, IndexLimits limits)
      throws SQLException, IOException {
    IndexFolder folder = IndexFolder.beside(file.path());
    Optional<LockedFile> lock = folder.lock();
    if (lock.isEmpty()) {
      return false;
    }
    try (LockedFile held = lock.get()) {
      folder.sweep();
      try {
        return new IndexBuild(file, folder, table, limits).make();
      } finally {
        folder.sweep();
      }
    }
  }

  private boolean make() throws SQLException, IOException {
    FileMark mark = FileMark.of(file.path());
    CatalogTable now = file.read(connection -> new Catalog(connection).require(table));
    IndexEntry known = folder.find(table).orElseGet(() -> IndexEntry.without(now, mark));
    if (known.isOf(now, mark) && known.isComplete()) {
      return true;
    }
    List<String> columns = file.read(connection -> understood(connection, known.wanted()));
    if (!collect(mark, columns)) {
      return false;
    }
    Types types = types(columns);
    sort(types.values());
    folder.put(
        new IndexEntry(
            now.name(),
            IndexEntry.load(now),
            mark,
            Optional.of(String.valueOf(sorted.getFileName())),
            types.expressions(),
            types.found(),
            types.varied(),
            columns));
    return true;
  }

  /** Returns what can be read from the table as it is: promoted columns come and go. */
  private List<String> understood(Connection connection, List<String> wanted) {
    List<String> understood = new ArrayList<>();
    for (String sql : wanted) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT " + sql + " FROM " + Identifiers.quote(table) + " t LIMIT 0");
        understood.add(sql);
      } catch (SQLException e) {
        // Asked of another form of the table.
      }
    }
    return understood;
  }

  /** Copies the columns as they lie; false if the file was changed meanwhile. */
  private boolean collect(FileMark mark, List<String> columns) throws IOException {
    long first = 0;
    @Nullable Long end = null;
    while (end == null || first < end) {
      long from = first;
      boolean begun = end != null;
      if (!mark.equals(FileMark.of(file.path()))) {
        return false;
      }
      end = file.read(connection -> collect(connection, columns, from, begun));
      first += SLICE;
    }
    return mark.equals(FileMark.of(file.path()));
  }

  /** Copies a slice, and returns the number behind the last row. */
  private long collect(Connection connection, List<String> columns, long from, boolean begun)
      throws SQLException {
    String target = Identifiers.quote(String.valueOf(collected.getFileName()));
    String select = selection(columns, from);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ATTACH "
              + Identifiers.literal(collected.toString())
              + " AS "
              + target
              + " (READ_WRITE)");
      try {
        statement.execute(
            (begun
                    ? "INSERT INTO " + target + ".events "
                    : "CREATE TABLE " + target + ".events AS ")
                + select);
      } finally {
        statement.execute("DETACH " + target);
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT coalesce(max(rowid) + 1, 0) FROM " + Identifiers.quote(table))) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Returns the query of a slice, which parses each row's JSON once. */
  private String selection(List<String> columns, long from) {
    List<String> pointers = new ArrayList<>();
    StringBuilder select = new StringBuilder("SELECT event_name, event_time, id");
    StringBuilder inner = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      String column = EventIndex.column(i);
      Optional<String> pointer = JsonTerms.pointer("t.properties", columns.get(i));
      pointer.ifPresent(pointers::add);
      if (pointer.isPresent()) {
        select.append(", extracted[" + pointers.size() + "]::VARCHAR AS ").append(column);
      } else {
        select.append(", ").append(column);
        inner.append(", ").append(columns.get(i)).append(" AS ").append(column);
      }
    }
    if (!pointers.isEmpty()) {
      inner.append(", json_extract(t.properties, [");
      inner.append(String.join(", ", pointers)).append("]) AS extracted");
    }
    return select
        + " FROM (SELECT t.event_name, t.event_time, nullif(t.distinct_id, '') AS id"
        + inner
        + " FROM "
        + Identifiers.quote(table)
        + " t WHERE rowid >= "
        + from
        + " AND rowid < "
        + (from + SLICE)
        + ")";
  }

  /**
   * What becomes of the columns.
   *
   * @param found the types of JSON
   * @param expressions what the columns hold, as SQL over the table
   * @param values the same over what was collected
   * @param varied those of the expressions with many values
   */
  private record Types(
      Map<String, String> found,
      List<String> expressions,
      List<String> values,
      Set<String> varied) {}

  /** Finds the JSON that is of one type in all rows. */
  private Types types(List<String> columns) throws SQLException {
    List<String> types = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = EventIndex.column(i);
      types.add(
          JsonTerms.pointer("t.properties", columns.get(i)).isPresent()
              ? JsonTerms.commonType(column)
              : "NULL");
      types.add("approx_count_distinct(" + column + ") >= " + limits.manyValues());
    }
    Map<String, String> found = new LinkedHashMap<>();
    List<String> expressions = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Set<String> varied = new HashSet<>();
    Types result = new Types(found, expressions, values, varied);
    if (types.isEmpty()) {
      return result;
    }
    DatabaseFile file = new DatabaseFile(collected, this.file.options());
    file.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery("SELECT " + String.join(", ", types) + " FROM events")) {
            row.next();
            for (int i = 0; i < columns.size(); i++) {
              @Nullable String type = row.getString(2 * i + 1);
              if (type != null) {
                found.put(columns.get(i), type);
              }
              expressions.add(
                  type == null ? columns.get(i) : JsonTerms.typed(columns.get(i), type));
              if (row.getBoolean(2 * i + 2)) {
                varied.add(expressions.get(i));
              }
              String column = EventIndex.column(i);
              values.add(type == null ? column : JsonTerms.typed(column, type));
            }
            return true;
          }
        });
    file.release();
    return result;
  }

  /** Numbers the users and sorts, without the database file. */
  private void sort(List<String> values) throws SQLException, IOException {
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      others.append(", ").append(values.get(i)).append(" AS ").append(EventIndex.column(i));
    }
    DatabaseFile result = new DatabaseFile(sorted, file.options());
    result.writeReadingFrom(
        folder.path(),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("SET max_vacuum_tasks = 0");
            statement.execute(
                "ATTACH "
                    + Identifiers.literal(collected.toString())
                    + " AS collected (READ_ONLY)");
            statement.execute(
                "CREATE TABLE users AS SELECT row_number() OVER ()::INTEGER AS number, id FROM"
                    + " (SELECT DISTINCT id FROM collected.events WHERE id IS NOT NULL)");
            boolean few = nameEvents(statement);
            statement.execute(
                "CREATE TABLE events AS SELECT * REPLACE (event_name::VARCHAR AS event_name)"
                    + " FROM (SELECT event_name"
                    + (few ? "::event_names" : "")
                    + " AS event_name, event_time, number AS distinct_id"
                    + others
                    + " FROM collected.events LEFT JOIN users USING (id)"
                    + " ORDER BY 1, number, event_time)");
            if (few) {
              statement.execute("DROP TYPE event_names");
            }
            statement.execute("INSERT INTO users VALUES (" + EventIndex.NOBODY + ", '')");
            return true;
          }
        });
    result.release();
  }

  /**
   * Makes a type of the names of events, by which they are sorted in a third of the time that texts
   * take; false if there are too many.
   */
  private static boolean nameEvents(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT count(DISTINCT event_name) FROM collected.events")) {
      row.next();
      long names = row.getLong(1);
      if (names == 0 || names > MOST_NAMES) {
        return false;
      }
    }
    statement.execute(
        "CREATE TYPE event_names AS ENUM"
            + " (SELECT DISTINCT event_name FROM collected.events WHERE event_name IS NOT NULL"
            + " ORDER BY event_name)");
    return true;
  }
}
