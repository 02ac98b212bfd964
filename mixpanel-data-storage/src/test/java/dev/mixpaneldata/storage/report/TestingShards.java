package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.lake.LakeColumn;
import dev.mixpaneldata.lake.LakeDay;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.lake.LakeSource;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.LocalScopeBuilder;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.storage.shard.ColumnType;
import dev.mixpaneldata.storage.shard.RowSource;
import dev.mixpaneldata.storage.shard.ShardColumn;
import dev.mixpaneldata.storage.shard.ShardEngine;
import dev.mixpaneldata.storage.shard.ShardJob;
import dev.mixpaneldata.storage.shard.ShardWorker;
import dev.mixpaneldata.storage.shard.Shards;
import dev.mixpaneldata.storage.shard.Tally;
import dev.mixpaneldata.value.DateRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A local table as a lake whose events are in several pieces, and brought to several shards. */
final class TestingShards implements Shards {
  private static final int PIECES = 3;
  private static final int SHARDS = 4;

  private static final ShardEngine ENGINE =
      ShardEngine.of(400, Path.of(System.getProperty("java.io.tmpdir")));

  private final Path file;
  private final ZoneId zone;
  final List<ShardJob> jobs = new ArrayList<>();

  /**
   * Creates shards of the table {@code t}.
   *
   * @param zone the zone of the lake's days
   */
  TestingShards(Path folder, ZoneId zone) {
    this.file = folder.resolve("t.db");
    this.zone = zone;
  }

  /** Returns reports on the table as a lake that was written for these days. */
  Reports reports(DateRange days, Consumer<LocalScopeBuilder> change) throws SQLException {
    List<CatalogColumn> columns;
    try (Connection connection = connect()) {
      columns = new Catalog(connection).columns("t");
    }
    NavigableMap<LocalDate, LakeDay> content = new TreeMap<>();
    days.from()
        .datesUntil(days.to().plusDays(1))
        .forEach(
            day ->
                content.put(
                    day,
                    new LakeDay(
                        List.of(), Instant.parse("2100-01-01T00:00:00Z"), Optional.empty())));
    LakeManifest manifest =
        new LakeManifest(
            new LakeSource("1", "us", zone, false, List.of(), Optional.empty()),
            columns.stream()
                .map(
                    c -> new LakeColumn(c.column(), c.property(), c.type(), c.misfits(), c.nulls()))
                .toList(),
            content);
    Set<String> everywhere = new HashSet<>();
    columns.forEach(column -> everywhere.add(column.column()));
    LocalScopeBuilder scope = LocalScope.of("").with();
    change.accept(scope);
    return new ShardedReports(this, "here", manifest, everywhere, scope.build(), ENGINE);
  }

  @Override
  public void answer(ShardJob job, Consumer<byte[]> answers) {
    jobs.add(job);
    for (Optional<byte[]> answer : each(job, ShardWorker::answer)) {
      answer.ifPresent(answers);
      if (job.any() && answer.isPresent()) {
        return;
      }
    }
  }

  @Override
  public <T extends Tally<T>> T tally(ShardJob job, T empty) {
    jobs.add(job);
    T all = copy(empty);
    each(job, worker -> copy(worker.tally(copy(empty)))).forEach(all::add);
    return all;
  }

  private <A> List<A> each(ShardJob job, Function<ShardWorker, A> work) {
    List<List<@Nullable Object[]>> pieces = split(lake(job), row -> row[row.length - 1].hashCode());
    List<A> answers = new ArrayList<>();
    if (!job.work().byUser()) {
      for (List<@Nullable Object[]> piece : pieces) {
        try (ShardWorker worker = new ShardWorker(job.work(), ENGINE)) {
          worker.takeFrom(new Rows(piece.iterator()));
          answers.add(work.apply(worker));
        }
      }
      return answers;
    }
    List<@Nullable Object[]> narrowed = new ArrayList<>();
    for (List<@Nullable Object[]> piece : pieces) {
      try (ShardWorker worker = new ShardWorker(job.work(), ENGINE);
          ResultSet row = worker.narrowed(new Rows(piece.iterator()))) {
        while (row.next()) {
          narrowed.add(read(row, job.work().travelling()));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    for (List<@Nullable Object[]> shard : split(narrowed, r -> r[r.length - 1].hashCode())) {
      try (ShardWorker worker = new ShardWorker(job.work(), ENGINE)) {
        worker.take(new Rows(shard.iterator()));
        answers.add(work.apply(worker));
      }
    }
    return answers;
  }

  private static List<List<@Nullable Object[]>> split(
      List<@Nullable Object[]> rows, Function<@Nullable Object[], Integer> place) {
    List<List<@Nullable Object[]>> pieces = new ArrayList<>();
    for (int i = 0; i < SHARDS; i++) {
      pieces.add(new ArrayList<>());
    }
    rows.forEach(row -> pieces.get(Math.floorMod(place.apply(row), PIECES)).add(row));
    return pieces;
  }

  /** Returns the rows of the days in question, and after the columns their place in the lake. */
  private List<@Nullable Object[]> lake(ShardJob job) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    StringBuilder sql = new StringBuilder("SELECT ");
    job.work()
        .source()
        .forEach(column -> sql.append(Identifiers.quote(column.name())).append(", "));
    sql.append("event_name, event_time FROM t");
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql.toString())) {
      int width = job.work().source().size();
      while (row.next()) {
        LocalDateTime time = row.getObject(width + 2, LocalDateTime.class);
        String name = row.getString(width + 1);
        if (job.days().contains(time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate())
            && job.names().map(names -> names.contains(name)).orElse(true)) {
          @Nullable Object[] values = new Object[width + 1];
          System.arraycopy(read(row, job.work().source()), 0, values, 0, width);
          values[width] = time.toString() + name;
          rows.add(values);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:" + file);
  }

  private static @Nullable Object[] read(ResultSet row, List<ShardColumn> columns)
      throws SQLException {
    @Nullable Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      if (row.getObject(i + 1) != null) {
        values[i] =
            columns.get(i).type() == ColumnType.TIMESTAMP
                ? ChronoUnit.MICROS.between(
                    LocalDateTime.of(1970, 1, 1, 0, 0), row.getObject(i + 1, LocalDateTime.class))
                : columns.get(i).type() == ColumnType.VARCHAR
                    ? row.getString(i + 1)
                    : row.getObject(i + 1);
      }
    }
    return values;
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(value);
      return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Rows in memory. */
  private static final class Rows implements RowSource {
    private final Iterator<@Nullable Object[]> rows;
    private @Nullable Object[] row = {};

    Rows(Iterator<@Nullable Object[]> rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      boolean has = rows.hasNext();
      if (has) {
        row = rows.next();
      }
      return has;
    }

    @Override
    public boolean isNull(int column) {
      return row[column] == null;
    }

    @Override
    public byte @Nullable [] text(int column) {
      return row[column] == null ? null : ((String) row[column]).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long whole(int column) {
      return ((Number) row[column]).longValue();
    }

    @Override
    public double number(int column) {
      return ((Number) row[column]).doubleValue();
    }

    @Override
    public boolean truth(int column) {
      return (Boolean) row[column];
    }
  }
}
