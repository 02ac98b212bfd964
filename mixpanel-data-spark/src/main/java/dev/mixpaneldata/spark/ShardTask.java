package dev.mixpaneldata.spark;

import dev.mixpaneldata.storage.shard.ShardWork;
import dev.mixpaneldata.storage.shard.ShardWorker;
import dev.mixpaneldata.storage.shard.Tally;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;

/** What a task does with the rows of its partition. */
record ShardTask(ShardWork work, SparkSettings settings) implements Serializable {
  /** Returns the narrowed rows of the lake, with the key of their shard. */
  Iterator<Row> narrow(Iterator<Row> lake) {
    ShardWorker worker = worker();
    // The rows are read while Spark takes them.
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              worker.close();
            });
    return new NarrowedRows(worker.narrowed(new SparkRows(lake)), work.travelling());
  }

  /** Returns what the shard answers, or nothing. */
  Iterator<byte[]> answer(Iterator<Row> rows) {
    try (ShardWorker worker = worker()) {
      take(worker, rows);
      return worker.answer().stream().iterator();
    }
  }

  /** Returns what an empty tally makes of the shard. */
  Iterator<byte[]> tally(Iterator<Row> rows, byte[] empty) {
    try (ShardWorker worker = worker()) {
      take(worker, rows);
      return List.of(tallied(worker, empty)).iterator();
    }
  }

  private static <T extends Tally<T>> byte[] tallied(ShardWorker worker, byte[] empty) {
    T tally = TallyBytes.read(empty);
    return TallyBytes.of(worker.tally(tally));
  }

  private void take(ShardWorker worker, Iterator<Row> rows) {
    if (work.byUser()) {
      worker.take(new SparkRows(rows));
    } else {
      worker.takeFrom(new SparkRows(rows));
    }
  }

  private ShardWorker worker() {
    return new ShardWorker(work, settings.engine());
  }
}
