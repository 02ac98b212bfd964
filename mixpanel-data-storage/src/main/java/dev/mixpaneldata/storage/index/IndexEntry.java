package dev.mixpaneldata.storage.index;

import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.FileMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a table's index.
 *
 * @param table the table's name
 * @param load the load that the rows are of
 * @param mark the database file that the rows were read from
 * @param data the name of the index's file; empty if there is none yet
 * @param columns what the columns {@code c1}, {@code c2}, … hold: SQL over the table as {@code t}
 * @param types the types of JSON that is of one type in all rows; its columns hold the values
 * @param varied the columns with so many values that grouping by them takes a table as large as the
 *     events
 * @param wanted what reports asked for, the latest last
 */
record IndexEntry(
    String table,
    String load,
    FileMark mark,
    Optional<String> data,
    List<String> columns,
    Map<String, String> types,
    Set<String> varied,
    List<String> wanted) {
  IndexEntry {
    columns = List.copyOf(columns);
    types = Map.copyOf(types);
    varied = Set.copyOf(varied);
    wanted = List.copyOf(wanted);
  }

  /** Returns the entry of a table without an index. */
  static IndexEntry without(CatalogTable table, FileMark mark) {
    return new IndexEntry(
        table.name(),
        load(table),
        mark,
        Optional.empty(),
        List.of(),
        Map.of(),
        Set.of(),
        List.of());
  }

  /** Returns what differs between a table and itself after another load. */
  static String load(CatalogTable table) {
    return table.fetchedAt() + " " + table.lastJob().orElse("");
  }

  /** Returns whether the rows are those of the table. */
  boolean isOf(CatalogTable now, FileMark file) {
    return data.isPresent() && mark.equals(file) && load.equals(load(now));
  }

  /** Returns whether all that was asked for is there. */
  boolean isComplete() {
    return data.isPresent() && wanted.stream().allMatch(this::covers);
  }

  /** Returns whether the index has this, in one form or another. */
  boolean covers(String expression) {
    return columns.contains(expression) || types.containsKey(expression);
  }

  /** Returns the entry with further wishes; of more than {@code most} the oldest go. */
  IndexEntry wanting(Iterable<String> expressions, int most) {
    List<String> all = new ArrayList<>(wanted);
    for (String expression : expressions) {
      if (!covers(expression)) {
        all.remove(expression);
        all.add(expression);
      }
    }
    int gone = Math.max(0, all.size() - most);
    return new IndexEntry(
        table, load, mark, data, columns, types, varied, all.subList(gone, all.size()));
  }

  /** Returns the entry of the same rows in a file that was changed elsewhere. */
  IndexEntry in(FileMark file) {
    return new IndexEntry(table, load, file, data, columns, types, varied, wanted);
  }

  /** Returns the entry without its rows, which are those of the table no more. */
  IndexEntry outdated() {
    return new IndexEntry(
        table, load, mark, Optional.empty(), List.of(), Map.of(), Set.of(), wanted);
  }
}
