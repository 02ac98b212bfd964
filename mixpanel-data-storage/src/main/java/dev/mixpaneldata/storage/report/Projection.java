package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.expression.TypedSql;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.storage.index.EventIndex;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that the expressions of a query need, each found once: a promoted column if there is
 * one, otherwise the property's JSON. For one thread.
 */
final class Projection {
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final String prefix;

  /** Creates a projection whose columns are named by a prefix and a number. */
  Projection(String prefix) {
    this.prefix = prefix;
  }

  /** Adds the columns to a query on the table. */
  void addTo(Select select) {
    columns.forEach(select::column);
  }

  /** Adds the columns to a query on the table's index, which has them all. */
  void addTo(Select select, String alias, EventIndex index) {
    columns.forEach((sql, name) -> select.column(alias + "." + index.columns().get(sql), name));
  }

  /** Returns the columns, as SQL over the table. */
  Set<String> expressions() {
    return columns.keySet();
  }

  /** Returns the condition for rows that have any of the columns. */
  String anyPresent() {
    return columns.values().stream()
        .map(name -> name + " IS NOT NULL")
        .collect(Collectors.joining(" OR "));
  }

  /** Returns a property of a table that has this alias in the query. */
  TypedSql property(String alias, LocalCopy copy, Accessor accessor) {
    CatalogColumn promoted = copy.columns().get(accessor.name());
    if (promoted == null || !accessor.steps().isEmpty()) {
      String json = property(alias, copy, accessor.name());
      return JsonTerms.of(
          accessor.steps().isEmpty() ? json : JsonTerms.inside(json, accessor.steps()));
    }
    String source = alias + "." + Identifiers.quote(promoted.column());
    Optional<String> rest =
        promoted.misfits() == 0 && promoted.nulls() == 0
            ? Optional.empty()
            : Optional.of(
                column(
                    copy.computed(
                        alias,
                        "CASE WHEN "
                            + source
                            + " IS NULL THEN "
                            + JsonTerms.extraction(alias + ".properties", accessor.name())
                            + " END")));
    return JsonTerms.of(column(source), promoted.type(), rest, promoted.isExact());
  }

  /** Returns the JSON of a property. */
  String property(String alias, LocalCopy copy, String name) {
    return column(copy.computed(alias, JsonTerms.extraction(alias + ".properties", name)));
  }

  /** Returns the name of the column with this value. */
  String column(String sql) {
    return columns.computeIfAbsent(sql, s -> prefix + (columns.size() + 1));
  }
}
