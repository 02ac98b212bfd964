package dev.mixpaneldata.storage.sql;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's functions and views that users' SQL must not name, with reasons. Each function of
 * the engine's version in use was examined: a test compares them with its list.
 */
final class RefusedNames {
  private static final String RUNS = "runs a query of its own, which is not checked";
  private static final String FILES = "reads files instead of the tables";
  private static final String ACTS = "acts or waits instead of reading";
  private static final String TELLS = "reports on this machine instead of the tables";
  private static final String INTERNAL = "is for the engine's own use";

  private static final Map<String, String> FUNCTIONS =
      reasons(
          Map.of(
              RUNS,
              """
              json_execute_serialized_sql json_serialize_plan query query_table histogram_values
              create_external_resource destroy_external_resource register_external_resource
              deregister_external_resource register_external_resource_type
              """,
              ACTS,
              """
              checkpoint force_checkpoint write_log truncate_duckdb_logs enable_logging
              disable_logging enable_profiling disable_profiling nextval setval setseed sleep_ms
              pg_sleep
              """,
              TELLS,
              """
              current_setting duckdb_settings duckdb_profiling_settings duckdb_databases
              pragma_database_list duckdb_temporary_files duckdb_extensions
              duckdb_extension_repositories duckdb_secrets which_secret duckdb_external_file_cache
              duckdb_external_resources duckdb_logs duckdb_logs_parsed duckdb_log_contexts
              """,
              FILES,
              """
              read_text read_blob read_csv read_csv_auto read_json read_json_auto read_json_objects
              read_json_objects_auto read_ndjson read_ndjson_auto read_ndjson_objects read_parquet
              parquet_scan parquet_metadata parquet_file_metadata parquet_full_metadata
              parquet_kv_metadata parquet_schema parquet_bloom_probe sniff_csv glob read_duckdb
              read_single_csv_file read_single_json_file read_single_parquet_file
              """,
              INTERNAL,
              """
              arrow_scan arrow_scan_dumb seq_scan to_aggregate_state
              """));

  private static final Map<String, String> VIEWS =
      reasons(Map.of(TELLS, "duckdb_databases pragma_database_list pg_settings duckdb_logs"));

  /** A function that is also an aggregate, which is harmless. */
  private static final String HISTOGRAM = "histogram";

  private static final String INTERNAL_PREFIX = "__internal";

  private RefusedNames() {}

  /** Returns the reason to refuse a function of this name; empty if it is allowed. */
  static Optional<String> function(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(INTERNAL_PREFIX)
        ? Optional.of(INTERNAL)
        : Optional.ofNullable(FUNCTIONS.get(lower));
  }

  /** Returns the reason as {@link #function} does, for a function in the place of a table. */
  static Optional<String> tableFunction(String name) {
    return name.equalsIgnoreCase(HISTOGRAM) ? Optional.of(RUNS) : function(name);
  }

  /** Returns the reason to refuse a view of this name; empty if it is allowed. */
  static Optional<String> view(String name) {
    return Optional.ofNullable(VIEWS.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, String> reasons(Map<String, String> namesOfReasons) {
    Map<String, String> reasons = new HashMap<>();
    namesOfReasons.forEach(
        (reason, names) -> words(names).forEach(name -> reasons.put(name, reason)));
    return Map.copyOf(reasons);
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+"));
  }
}
