package dev.mixpaneldata.storage;

import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.storage.events.DuckDbEvents;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.load.DuckDbLoader;
import dev.mixpaneldata.storage.report.LakeReports;
import dev.mixpaneldata.storage.report.LocalReports;
import dev.mixpaneldata.storage.sql.guard.GuardedSql;
import dev.mixpaneldata.storage.table.DuckDbTables;
import dev.mixpaneldata.store.Indexing;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.Tables;
import dev.mixpaneldata.store.spi.Loader;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.store.spi.StoredEvents;
import java.nio.file.Path;
import java.time.Clock;

/** The parts of one database file: tables, SQL, loader and reports. */
final class DuckDbStore implements Store {
  private final DatabaseFile file;
  private final Clock clock;

  DuckDbStore(Path path, StoreOptions options, Clock clock) {
    this.file = new DatabaseFile(path, options);
    this.clock = clock;
  }

  @Override
  public Tables tables() {
    return new DuckDbTables(file);
  }

  @Override
  public Sql sql() {
    return GuardedSql.on(file);
  }

  @Override
  public StoredEvents events() {
    return new DuckDbEvents(file);
  }

  @Override
  public Loader loader() {
    return new DuckDbLoader(file, clock);
  }

  @Override
  public Reports reports(LocalScope scope) {
    return new LocalReports(file, scope.withExpressions(scope.expressions().withClock(clock)));
  }

  @Override
  public Store in(Path other) {
    return new DuckDbStore(other, file.options().withIndexing(Indexing.NONE), clock);
  }

  @Override
  public Reports lake(Path folder, LocalScope scope) {
    return new LakeReports(
        LakeFolder.of(folder),
        file.options(),
        scope.withExpressions(scope.expressions().withClock(clock)));
  }

  @Override
  public void release() {
    file.release();
  }
}
