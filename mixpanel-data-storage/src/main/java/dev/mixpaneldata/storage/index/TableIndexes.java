package dev.mixpaneldata.storage.index;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.FileMark;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.Indexing;
import dev.mixpaneldata.store.spi.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The indexes of a database file, for reports. Safe for many threads. */
public final class TableIndexes {
  /** The most rows for each row that a load brought: bringing in a day must not take minutes. */
  private static final long MOST_OLD_ROWS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(TableIndexes.class);

  private final DatabaseFile file;
  private final IndexLimits limits;
  private final IndexFolder folder;

  /** Creates the indexes beside a file. */
  public TableIndexes(DatabaseFile file) {
    this(file, IndexLimits.DEFAULT);
  }

  /** Creates the indexes beside a file, with limits of their own. */
  public TableIndexes(DatabaseFile file, IndexLimits limits) {
    this.file = file;
    this.limits = limits;
    this.folder = IndexFolder.beside(file.path());
  }

  private boolean isWorth(long rows) {
    return file.options().indexing() != Indexing.NONE
        && rows >= limits.fewestRows()
        && rows <= limits.mostRows();
  }

  /** Returns the index with the rows that the table has now, attached to the connection. */
  public Optional<EventIndex> find(Connection connection, CatalogTable table) {
    if (file.options().indexing() == Indexing.NONE) {
      return Optional.empty();
    }
    try {
      Optional<IndexEntry> entry = folder.find(table.name());
      if (entry.isEmpty() || !entry.get().isOf(table, FileMark.of(file.path()))) {
        return Optional.empty();
      }
      Path data = folder.file(entry.get().data().orElseThrow());
      return Files.exists(data)
          ? Optional.of(EventIndex.of(attach(connection, data), entry.get()))
          : Optional.empty();
    } catch (IOException | SQLException e) {
      // Without its index the table answers the same.
      return Optional.empty();
    }
  }

  private static String attach(Connection connection, Path data) throws SQLException {
    String name = Identifiers.quote(String.valueOf(data.getFileName()));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ATTACH IF NOT EXISTS "
              + Identifiers.literal(data.toString())
              + " AS "
              + name
              + " (READ_ONLY)");
    }
    return name;
  }

  /**
   * Changes the file, and keeps the indexes of tables whose rows are the same afterwards.
   *
   * @param change the change, which opens and closes the file
   */
  public <T> T keptThrough(Supplier<T> change) {
    Optional<FileMark> before = mark();
    T result = change.get();
    try {
      keep(before);
    } catch (IOException | MixpanelDataException e) {
      LOG.debug("The indexes of {} were not kept", file.path(), e);
    }
    return result;
  }

  private void keep(Optional<FileMark> before) throws IOException {
    List<IndexEntry> entries = folder.all();
    if (entries.isEmpty() || before.isEmpty()) {
      return;
    }
    FileMark after = FileMark.of(file.path());
    List<CatalogTable> tables = file.read(connection -> new Catalog(connection).list());
    for (IndexEntry entry : entries) {
      Optional<CatalogTable> table =
          tables.stream().filter(t -> t.name().equalsIgnoreCase(entry.table())).findFirst();
      if (table.isEmpty()) {
        folder.remove(entry.table());
      } else if (entry.isOf(table.get(), before.get())) {
        folder.put(entry.in(after));
      } else if (entry.data().isPresent()) {
        folder.put(entry.outdated());
      }
    }
    folder.sweepUnlessBuilding();
  }

  private Optional<FileMark> mark() {
    try {
      return Optional.of(FileMark.of(file.path()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes the index of a table of events after a load, if that brought a good part of its rows. A
   * table without one is as good, so nothing fails here.
   */
  public void makeAfterLoad(String table, LoadResult load) {
    if (!isWorth(load.stored()) || load.received() < load.stored() / MOST_OLD_ROWS) {
      return;
    }
    try {
      IndexBuild.run(file, table, limits);
    } catch (IOException | SQLException | MixpanelDataException e) {
      LOG.debug("The index of '{}' was not made", table, e);
    }
  }

  /**
   * Notes what a report would have read from an index, and has one made if that is wished.
   *
   * @param expressions SQL over the table as {@code t}
   * @param rows the number of the table's rows
   */
  public void want(CatalogTable table, Collection<String> expressions, long rows) {
    if (!isWorth(rows)) {
      return;
    }
    try {
      FileMark mark = FileMark.of(file.path());
      IndexEntry known = folder.find(table.name()).orElseGet(() -> IndexEntry.without(table, mark));
      IndexEntry wanting = known.wanting(expressions, limits.mostColumns());
      if (!wanting.equals(known) || !wanting.isOf(table, mark)) {
        folder.put(wanting);
        if (file.options().indexing() == Indexing.BESIDE_READS) {
          IndexUpkeep.later(file, table.name());
        }
      }
    } catch (IOException e) {
      // Then the next report that asks for it is noted.
    }
  }
}
