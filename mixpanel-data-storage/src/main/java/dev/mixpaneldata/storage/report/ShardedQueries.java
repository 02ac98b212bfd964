package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.storage.shard.ColumnType;
import dev.mixpaneldata.storage.shard.LakeColumns;
import dev.mixpaneldata.storage.shard.ShardColumn;
import dev.mixpaneldata.storage.shard.ShardEngine;
import dev.mixpaneldata.storage.shard.ShardJob;
import dev.mixpaneldata.storage.shard.ShardWork;
import dev.mixpaneldata.storage.shard.Shards;
import dev.mixpaneldata.storage.shard.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs queries over the events of a lake: shards answer their parts, and the engine of this process
 * makes the whole of these. It holds an empty table of the events besides, since the answer of no
 * events gives the rows of shards their form. For one thread.
 *
 * @param connection a connection to the engine
 */
record ShardedQueries(Shards shards, LocalCopy events, ShardEngine engine, Connection connection)
    implements EventQueries {
  /** The condition of a cohort: its users are found among all of their events. */
  private static final Pattern OF_USERS =
      Pattern.compile("coalesce\\((t\\.)?distinct_id, ''\\) (NOT )?IN \\(");

  @Override
  public void run(Sharded query, RowReader reader) throws SQLException {
    String part = query.part().text();
    ShardJob job = job(part, query.byUser() || OF_USERS.matcher(part).find(), query.any());
    makeEmpty(job);
    execute("CREATE OR REPLACE TEMP TABLE " + Sharded.ROWS + " AS " + part);
    if (!job.days().isEmpty()) {
      shards.answer(job, this::add);
    }
    LocalQueries.read(connection, query.merged().text(), reader);
  }

  @Override
  public <T extends Tally<T>> void tally(Select rows, T tally) throws SQLException {
    ShardJob job = job(rows.text(), true, false);
    if (!job.days().isEmpty()) {
      tally.add(shards.tally(job, tally));
    }
  }

  private ShardJob job(String query, boolean byUser, boolean any) throws SQLException {
    LakeDays lake = events.lake().orElseThrow();
    ShardColumns read = events.shards().orElseThrow();
    String condition =
        read.conditions(query).stream().collect(Collectors.joining(") OR (", "(", ")"));
    Pruning pruning = Pruning.of(connection, condition, lake.manifest().days().keySet(), lake);
    List<ShardColumn> columns = new ArrayList<>(LakeColumns.KEYS);
    for (CatalogColumn column : events.columns().values()) {
      String quoted = Identifiers.quote(column.column());
      if (query.contains(quoted)) {
        columns.add(new ShardColumn(column.column(), ColumnType.valueOf(column.type()), quoted));
      }
    }
    if (hasWord(query, LakeColumns.PROPERTIES)) {
      columns.add(
          new ShardColumn(LakeColumns.PROPERTIES, ColumnType.VARCHAR, LakeColumns.PROPERTIES));
    }
    read.computed(query)
        .forEach((name, sql) -> columns.add(new ShardColumn(name, ColumnType.VARCHAR, sql)));
    return new ShardJob(
        pruning.days(),
        pruning.names(),
        any,
        new ShardWork(source(columns), columns, condition, byUser, events.table().name(), query));
  }

  /** Returns the columns of the lake that these are computed from. */
  private List<ShardColumn> source(List<ShardColumn> columns) {
    String sql = columns.stream().map(ShardColumn::sql).collect(Collectors.joining(" "));
    List<ShardColumn> source = new ArrayList<>(LakeColumns.KEYS);
    for (CatalogColumn column : events.columns().values()) {
      if (sql.contains(Identifiers.quote(column.column()))) {
        source.add(
            new ShardColumn(column.column(), ColumnType.valueOf(column.type()), column.column()));
      }
    }
    if (hasWord(sql, LakeColumns.PROPERTIES)) {
      source.add(
          new ShardColumn(LakeColumns.PROPERTIES, ColumnType.VARCHAR, LakeColumns.PROPERTIES));
    }
    return source;
  }

  private static boolean hasWord(String sql, String word) {
    return Pattern.compile("\\b" + word + "\\b").matcher(sql).find();
  }

  private void makeEmpty(ShardJob job) throws SQLException {
    execute(
        job.work().columns().stream()
            .map(column -> Identifiers.quote(column.name()) + " " + column.type())
            .collect(
                Collectors.joining(
                    ", ",
                    "CREATE OR REPLACE TEMP TABLE " + Identifiers.quote(job.work().table()) + " (",
                    ")")));
  }

  private void add(byte[] answer) {
    try {
      Path file = engine.newFile();
      Files.write(file, answer);
      execute(
          "INSERT INTO "
              + Sharded.ROWS
              + " SELECT * FROM read_parquet("
              + Identifiers.literal(file.toString())
              + ")");
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The rows of a shard have another form than expected", e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
