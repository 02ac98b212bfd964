package dev.mixpaneldata.spark;

import dev.mixpaneldata.storage.shard.ShardEngine;
import java.io.Serializable;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The settings of a session for these reports.
 *
 * @param memoryMegabytes what the engine of each process may use besides Java's memory: {@value
 *     #MEMORY}
 * @param rowsPerShard about how many events one task is handed: {@value #ROWS}
 */
record SparkSettings(int memoryMegabytes, long rowsPerShard) implements Serializable {
  static final String MEMORY = "spark.mixpanel.memoryMegabytes";
  static final String ROWS = "spark.mixpanel.rowsPerShard";

  static SparkSettings of(SparkSession spark) {
    return new SparkSettings(
        Integer.parseInt(spark.conf().get(MEMORY, "1024")),
        Long.parseLong(spark.conf().get(ROWS, "2000000")));
  }

  /** Returns the number of shards for so many events. */
  int shards(long rows) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (rows + rowsPerShard - 1) / rowsPerShard));
  }

  /** Returns the engine of the process that asks. */
  ShardEngine engine() {
    return ShardEngine.of(memoryMegabytes, temporary());
  }

  /** Returns the folder that the cluster gives for temporary files. */
  private static Path temporary() {
    for (String variable : new String[] {"LOCAL_DIRS", "SPARK_LOCAL_DIRS"}) {
      String folders = System.getenv(variable);
      if (folders != null && !folders.isBlank()) {
        return Path.of(folders.split(",")[0]);
      }
    }
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
