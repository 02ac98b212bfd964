package dev.mixpaneldata.spark;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.shard.LakeColumns;
import dev.mixpaneldata.storage.shard.ShardColumn;
import dev.mixpaneldata.storage.shard.ShardJob;
import dev.mixpaneldata.storage.shard.ShardWork;
import dev.mixpaneldata.storage.shard.Shards;
import dev.mixpaneldata.storage.shard.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Has Spark bring the events of a lake to shards. Days and columns that a question does not need
 * are not read, and names of events are looked up in the statistics of the files. A question about
 * users shuffles; its narrowed rows are kept for the next question of the same form.
 */
final class SparkShards implements Shards {
  private final SparkLake lake;
  private final Map<List<Object>, JavaRDD<Row>> shuffled = new HashMap<>();

  SparkShards(SparkLake lake) {
    this.lake = lake;
  }

  @Override
  public void answer(ShardJob job, Consumer<byte[]> answers) {
    running(
            () -> {
              JavaRDD<byte[]> rows =
                  rows(job).mapPartitions(new ShardTask(job.work(), lake.settings())::answer);
              return job.any() ? rows.take(1) : rows.collect();
            })
        .forEach(answers);
  }

  @Override
  public <T extends Tally<T>> T tally(ShardJob job, T empty) {
    byte[] start = TallyBytes.of(empty);
    ShardTask task = new ShardTask(job.work(), lake.settings());
    List<byte[]> tallies =
        running(() -> rows(job).mapPartitions(rows -> task.tally(rows, start)).collect());
    T all = TallyBytes.read(start);
    for (byte[] bytes : tallies) {
      all.add(TallyBytes.read(bytes));
    }
    return all;
  }

  /** Returns rows of shards for a question about users, and of the lake for another. */
  private JavaRDD<Row> rows(ShardJob job) {
    if (!job.work().byUser()) {
      return read(job).javaRDD();
    }
    return shuffled.computeIfAbsent(
        List.of(job.days(), job.names(), job.work().columns(), job.work().condition()),
        key -> shuffle(job));
  }

  private JavaRDD<Row> shuffle(ShardJob job) {
    MapPartitionsFunction<Row, Row> narrowing = new ShardTask(job.work(), lake.settings())::narrow;
    Column[] columns =
        job.work().columns().stream()
            .map(column -> functions.col(quoted(column.name())))
            .toArray(Column[]::new);
    return read(job)
        .mapPartitions(narrowing, Encoders.row(RowForm.travelling(job.work().travelling())))
        .repartition(lake.settings().shards(lake.rows(job.days())), functions.col(ShardWork.KEY))
        .select(columns)
        .javaRDD();
  }

  private Dataset<Row> read(ShardJob job) {
    Dataset<Row> rows =
        lake.spark()
            .read()
            .schema(RowForm.stored(job.work().source()))
            .parquet(lake.files(job.days()).toArray(String[]::new));
    if (job.names().isPresent()) {
      rows =
          rows.filter(
              functions.col(LakeColumns.NAME).isin(job.names().get().toArray(Object[]::new)));
    }
    List<Column> columns = new ArrayList<>();
    for (ShardColumn column : job.work().source()) {
      columns.add(RowForm.read(functions.col(quoted(column.name())), column));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static String quoted(String column) {
    return "`" + column.replace("`", "``") + "`";
  }

  private static <T> T running(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that its methods do not declare.
      if (e instanceof SparkException) {
        throw new MixpanelDataException(
            ErrorCode.STORAGE_FAILED,
            "Spark could not compute the report: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
            "See the log of the driver; ask for fewer days, or give tasks more memory with "
                + SparkSettings.MEMORY
                + ".",
            e);
      }
      throw new IllegalStateException(e);
    }
  }
}
