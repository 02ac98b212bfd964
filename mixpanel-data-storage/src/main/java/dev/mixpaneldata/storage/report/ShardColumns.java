package dev.mixpaneldata.storage.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the queries of a report read of the events. Values of properties are computed where the
 * events lie, so that shards are handed these and not whole properties. For one thread.
 */
final class ShardColumns {
  private static final Pattern WORD = Pattern.compile("\\bx\\d+\\b");

  private final Map<String, String> computed = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Pruning> prunings = new HashMap<>();

  /** Returns the column of a value that is computed from the events by this SQL. */
  String column(String alias, String sql) {
    return alias + "." + computed.computeIfAbsent(sql, s -> "x" + (computed.size() + 1));
  }

  void inQuestion(String condition) {
    if (!conditions.contains(condition)) {
      conditions.add(condition);
    }
  }

  /** Returns what a condition was found to pass; null if nobody has found it yet. */
  @Nullable Pruning pruning(String condition) {
    return prunings.get(condition);
  }

  void keep(String condition, Pruning pruning) {
    prunings.put(condition, pruning);
  }

  /** Returns the computed columns that a query reads, by name. */
  Map<String, String> computed(String query) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(query);
    while (word.find()) {
      words.add(word.group());
    }
    Map<String, String> read = new LinkedHashMap<>();
    computed.forEach(
        (sql, name) -> {
          if (words.contains(name)) {
            read.put(name, sql);
          }
        });
    return read;
  }

  /** Returns the conditions of a query; a row that none of them passes is of no interest to it. */
  List<String> conditions(String query) {
    List<String> own = conditions.stream().filter(query::contains).toList();
    return own.isEmpty() ? List.of("TRUE") : own;
  }
}
