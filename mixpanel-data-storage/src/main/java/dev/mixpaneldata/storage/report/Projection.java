package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.expression.TypedSql;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.Identifiers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that the expressions of a query need, each found once: a promoted column if there is
 * one, otherwise the property's JSON. For one thread.
 */
final class Projection {
  private final Map<String, String> columns = new LinkedHashMap<>();

  /** Adds the columns to a query. */
  void addTo(Select select) {
    columns.forEach(select::column);
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
    return columns.computeIfAbsent(sql, s -> "p" + (columns.size() + 1));
  }
}
