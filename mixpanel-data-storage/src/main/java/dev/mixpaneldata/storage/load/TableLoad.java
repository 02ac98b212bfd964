package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One load of parts into a table. It reads the parts into a staging table, removes duplicates from
 * it, then in one transaction shows its rows and writes the catalogue.
 */
final class TableLoad {
  /**
   * The share of the store's memory that the engine gets for a load. It would fill more with data
   * that is already written, and gain nothing.
   */
  private static final double MEMORY_SHARE = 0.75;

  /** The share of memory for finding duplicates, which looks at a million rows at a time. */
  private static final double MEMORY_SHARE_OF_DUPLICATES = 0.5;

  private final Statements statements;
  private final LoadRequest request;
  private final PartQueue parts;
  private final StoreOptions options;
  private final Instant now;
  private final long rowsAtOnce;
  private final Catalog catalog;

  TableLoad(
      Statements statements,
      LoadRequest request,
      PartQueue parts,
      StoreOptions options,
      Instant now,
      long rowsAtOnce) {
    this.statements = statements;
    this.request = request;
    this.parts = parts;
    this.options = options;
    this.now = now;
    this.rowsAtOnce = rowsAtOnce;
    this.catalog = new Catalog(statements.connection());
  }

  LoadResult run() throws SQLException, IOException {
    StagingTable.dropLeftovers(statements);
    limitMemory(MEMORY_SHARE);
    Optional<CatalogTable> target = new LoadTarget(catalog, request).find();
    StagingLayout layout =
        new StagingLayout(request.type(), request.origin().projectZone(), promotions(target));
    StagingTable staging = new StagingTable(statements, layout);
    if (target.isEmpty()) {
      // Duplicates leave small gaps; closing them would write much of the new table once more, in
      // one thread, when the file is closed.
      statements.update("SET max_vacuum_tasks = 0");
    }
    boolean done = false;
    try {
      staging.fill(parts, options.threads());
      LoadResult result = target.isEmpty() ? show(staging) : merge(staging, target.get());
      done = true;
      new ColumnPromotion(statements.connection())
          .promoteKnown(request.table(), request.promoted());
      return result;
    } finally {
      if (!done) {
        dropQuietly();
      }
    }
  }

  private List<Promotion> promotions(Optional<CatalogTable> target)
      throws SQLException, IOException {
    if (target.isEmpty()) {
      return request.columns().isEmpty()
          ? PropertySample.choose(request.type(), parts, request.promoted())
          : request.columns().stream().map(Promotion::of).toList();
    }
    return catalog.columns(target.get().name()).stream().map(Promotion::of).toList();
  }

  /** Makes the staging table the table, in the place of any other of that name. */
  private LoadResult show(StagingTable staging) throws SQLException {
    long duplicates = removeDuplicates(staging);
    long stored = staging.count();
    ReplacedTable old = ReplacedTable.named(request.table(), statements);
    long replaced = old.rows();
    List<CatalogColumn> columns = counted(staging);
    statements.transaction(
        () -> {
          old.drop();
          staging.become(request.table());
          catalog.put(
              new CatalogTable(
                  request.table(),
                  request.type(),
                  now,
                  now,
                  request.origin(),
                  Optional.of(request.jobId())),
              columns);
        });
    return new LoadResult(parts.rows(), duplicates, replaced, stored);
  }

  /** Adds the staging table's rows to the table. */
  private LoadResult merge(StagingTable staging, CatalogTable target) throws SQLException {
    long duplicates = removeDuplicates(staging);
    limitMemory(MEMORY_SHARE);
    String table = Identifiers.quote(target.name());
    Optional<Days> days =
        request.mode() == LoadMode.REPLACE_DAYS ? Days.of(request.origin()) : Optional.empty();
    if (request.type() == TableType.PROFILES) {
      new ProfileDuplicates(statements, staging).resolve(target.name());
    } else {
      String condition = days.map(Days::outside).orElse("true");
      duplicates +=
          new EventOverlap(statements, staging, target.name(), condition, rowsAtOnce).resolve();
    }
    long[] replaced = new long[1];
    List<CatalogColumn> columns = OriginMerge.sum(catalog.columns(target.name()), counted(staging));
    statements.transaction(
        () -> {
          String gone = "rowid IN (SELECT row FROM _mp_replaced)";
          String old = days.map(d -> gone + " OR " + d.inside()).orElse(gone);
          replaced[0] = statements.update("DELETE FROM " + table + " WHERE " + old);
          staging.moveInto(target.name());
          catalog.put(
              new CatalogTable(
                  target.name(),
                  target.type(),
                  target.createdAt(),
                  now,
                  OriginMerge.unite(target.origin(), request.origin()),
                  Optional.of(request.jobId())),
              columns);
        });
    long stored = statements.number("SELECT count(*) FROM " + table);
    return new LoadResult(parts.rows(), duplicates, replaced[0], stored);
  }

  private void limitMemory(double share) throws SQLException {
    long megabytes = Math.round(options.memoryLimitMegabytes() * share);
    statements.update("SET memory_limit = '" + megabytes + "MB'");
  }

  private long removeDuplicates(StagingTable staging) throws SQLException {
    limitMemory(MEMORY_SHARE_OF_DUPLICATES);
    return switch (request.type()) {
      case EVENTS -> new EventDuplicates(statements, staging, rowsAtOnce).remove();
      case PROFILES -> new ProfileDuplicates(statements, staging).remove();
    };
  }

  private static List<CatalogColumn> counted(StagingTable staging) {
    return staging.layout().promotions().stream().map(Promotion::counted).toList();
  }

  private void dropQuietly() {
    try {
      StagingTable.dropLeftovers(statements);
    } catch (SQLException e) {
      // The failure that led here is more useful; the next load drops the table.
    }
  }
}
