package dev.mixpaneldata.storage.shard;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Computes what one shard answers, by a connection to the engine of its process. For one thread.
 */
public final class ShardWorker implements AutoCloseable {
  private final ShardWork work;
  private final ShardEngine engine;
  private final Connection connection;
  private final List<Long> lent = new ArrayList<>();

  /** Creates a worker. */
  public ShardWorker(ShardWork work, ShardEngine engine) {
    this.work = work;
    this.engine = engine;
    try {
      this.connection = engine.connect();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Returns the rows that are brought to the shards of their users, of columns {@link
   * ShardWork#travelling()}. They are computed while they are read.
   *
   * @param lake rows of {@link ShardWork#source()}
   */
  public ResultSet narrowed(RowSource lake) {
    try {
      Statement statement = connection.createStatement();
      statement.execute("SET jdbc_stream_results = true");
      return statement.executeQuery(
          narrowing(lend(lake, work.source()), work.travelling(), work.source()));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Takes the rows of the shard.
   *
   * @param narrowed rows of {@link ShardWork#columns()}
   */
  public void take(RowSource narrowed) {
    execute(
        "CREATE TEMP TABLE %s AS SELECT * FROM %s"
            .formatted(
                Identifiers.quote(work.table()),
                typed(lend(narrowed, work.columns()), work.columns())));
  }

  /**
   * Takes rows of the lake as those of the shard.
   *
   * @param lake rows of {@link ShardWork#source()}
   */
  public void takeFrom(RowSource lake) {
    execute(
        "CREATE TEMP TABLE %s AS %s"
            .formatted(
                Identifiers.quote(work.table()),
                narrowing(lend(lake, work.source()), work.columns(), work.source())));
  }

  /** Answers the query with a Parquet file, or nothing if it has no rows. */
  public Optional<byte[]> answer() {
    try (Statement statement = connection.createStatement()) {
      Path file = engine.newFile();
      int rows =
          statement.executeUpdate(
              "COPY (SELECT %s FROM (%s)) TO %s (FORMAT parquet)"
                  .formatted(
                      plainColumns(statement), work.query(), Identifiers.literal(file.toString())));
      byte[] answer = Files.readAllBytes(file);
      Files.delete(file);
      return rows == 0 ? Optional.empty() : Optional.of(answer);
    } catch (SQLException | IOException e) {
      throw failed(e);
    }
  }

  /** Has a tally read the rows of the query. */
  public <T extends Tally<T>> T tally(T tally) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET jdbc_stream_results = true");
      try (ResultSet row = statement.executeQuery(work.query())) {
        while (row.next()) {
          tally.read(row);
        }
      }
      return tally;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Parquet has no integers as wide as the sums of the engine are. */
  private String plainColumns(Statement statement) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("DESCRIBE " + work.query())) {
      while (row.next()) {
        String name = Identifiers.quote(row.getString("column_name"));
        columns.add(
            row.getString("column_type").equals("HUGEINT") ? name + "::BIGINT AS " + name : name);
      }
    }
    return String.join(", ", columns);
  }

  private String lend(RowSource rows, List<ShardColumn> columns) {
    long number = RowFunction.lend(rows, columns);
    lent.add(number);
    return RowFunction.NAME + "(" + number + "::BIGINT)";
  }

  private String narrowing(String rows, List<ShardColumn> columns, List<ShardColumn> source) {
    return "SELECT %s FROM %s t WHERE %s"
        .formatted(
            columns.stream()
                .map(column -> column.sql() + " AS " + Identifiers.quote(column.name()))
                .collect(Collectors.joining(", ")),
            typed(rows, source),
            work.condition());
  }

  private static String typed(String rows, List<ShardColumn> columns) {
    return columns.stream()
        .map(
            column -> {
              String name = Identifiers.quote(column.name());
              return column.type() == ColumnType.TIMESTAMP
                  ? "make_timestamp(" + name + ") AS " + name
                  : name;
            })
        .collect(Collectors.joining(", ", "(SELECT ", " FROM " + rows + ")"));
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static MixpanelDataException failed(Exception cause) {
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED,
        "A shard could not be computed: " + cause.getMessage(),
        "Give each task more memory, or make more shards.",
        cause);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      lent.forEach(RowFunction::giveBack);
    }
  }
}
