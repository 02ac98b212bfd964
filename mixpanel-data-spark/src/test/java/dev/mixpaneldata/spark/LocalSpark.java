package dev.mixpaneldata.spark;

import org.apache.spark.sql.SparkSession;

/** Sessions of Spark in this process, with shards so small that there are several. */
final class LocalSpark {
  private LocalSpark() {}

  static SparkSession start() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.adaptive.enabled", false)
        .config("spark.sql.files.openCostInBytes", 1 << 16)
        .config(SparkSettings.ROWS, 200)
        .config(SparkSettings.MEMORY, 400)
        .getOrCreate();
  }
}
