package dev.mixpaneldata.storage.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A SELECT that is put together piece by piece; {@link #text()} writes it. For one thread. */
final class Select {
  private final Map<String, Select> named = new LinkedHashMap<>();
  private final List<String> columns = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> having = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private String limit = "";
  private String appended = "";

  private Select() {}

  /** Starts a query from a table, a named query, or a join of them. */
  static Select from(String source) {
    Select select = new Select();
    select.sources.add(source);
    return select;
  }

  /** Names a query, computed once, that this one and later ones read from. */
  Select with(String name, Select query) {
    named.put(name, query);
    return this;
  }

  /** Starts another query that reads from the same named ones. */
  Select reading(String source) {
    Select other = from(source);
    other.named.putAll(named);
    return other;
  }

  /** Starts another query of the same rows. */
  Select again() {
    Select other = new Select();
    other.named.putAll(named);
    other.sources.addAll(sources);
    other.conditions.addAll(conditions);
    return other;
  }

  Select join(String join) {
    sources.add(join);
    return this;
  }

  /** Adds a column with an alias. */
  Select column(String expression, String alias) {
    names.add(alias);
    columns.add(expression.equals(alias) ? alias : expression + " AS " + alias);
    return this;
  }

  /** Gives a column that was added another value. */
  Select replace(String alias, String expression) {
    columns.set(names.indexOf(alias), expression + " AS " + alias);
    return this;
  }

  /** Appends the rows of a query that reads from the same named ones. */
  Select unionAll(Select other) {
    appended += "\nUNION ALL\n" + other.own();
    return this;
  }

  /** Returns the number of columns so far. */
  int width() {
    return columns.size();
  }

  /** Returns the names of its columns. */
  List<String> names() {
    return names;
  }

  Select columns(Collection<String> same) {
    same.forEach(name -> column(name, name));
    return this;
  }

  /** Adds a condition; all must hold. */
  Select where(String condition) {
    conditions.add(condition);
    return this;
  }

  Select groupBy(String... expressions) {
    groups.addAll(List.of(expressions));
    return this;
  }

  Select groupBy(Collection<String> expressions) {
    groups.addAll(expressions);
    return this;
  }

  Select having(String condition) {
    having.add(condition);
    return this;
  }

  Select orderBy(String... expressions) {
    order.addAll(List.of(expressions));
    return this;
  }

  Select limit(long rows) {
    limit = "\nLIMIT " + rows;
    return this;
  }

  String text() {
    StringBuilder sql = new StringBuilder();
    if (!named.isEmpty()) {
      sql.append(
          named.entrySet().stream()
              .map(e -> e.getKey() + " AS (\n" + indented(e.getValue().text()) + "\n)")
              .collect(Collectors.joining(",\n", "WITH ", "\n")));
    }
    return sql.append(own()).toString();
  }

  /** Returns the text without the named queries. */
  private String own() {
    StringBuilder sql = new StringBuilder();
    sql.append("SELECT ").append(String.join(",\n  ", columns));
    sql.append("\nFROM ").append(String.join("\n", sources));
    clause(sql, "\nWHERE ", "\n  AND ", conditions);
    clause(sql, "\nGROUP BY ", ", ", groups);
    clause(sql, "\nHAVING ", " AND ", having);
    clause(sql, "\nORDER BY ", ", ", order);
    return sql.append(limit).append(appended).toString();
  }

  private static void clause(StringBuilder sql, String word, String separator, List<String> parts) {
    if (!parts.isEmpty()) {
      sql.append(word).append(String.join(separator, parts));
    }
  }

  private static String indented(String text) {
    // Texts in the query may hold line breaks: only the first line is moved.
    return "  " + text;
  }
}
