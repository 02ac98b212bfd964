package dev.mixpaneldata.storage.table;

import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.SchemaGraph;
import dev.mixpaneldata.store.SchemaGraph.EventNode;
import dev.mixpaneldata.store.SchemaGraph.PropertyNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The properties that the events of a table have, counted in one pass. */
final class PropertyGraph {
  private PropertyGraph() {}

  static SchemaGraph of(Connection connection, String table) throws SQLException {
    String rows = Identifiers.quote(table);
    // The name NULL counts the rows.
    String sql =
        "SELECT event_name, name, count(*) FROM (SELECT event_name,"
            + " unnest(list_append(json_keys(properties), NULL)) AS name FROM "
            + rows
            + ") GROUP BY ALL";
    Map<String, Long> events = new TreeMap<>();
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        String event = Objects.requireNonNullElse(row.getString(1), "");
        @Nullable String name = row.getString(2);
        if (name == null) {
          events.merge(event, row.getLong(3), Long::sum);
        } else {
          counts.computeIfAbsent(event, e -> new TreeMap<>()).put(name, row.getLong(3));
        }
      }
    }
    List<EventNode> nodes = new ArrayList<>();
    events.forEach(
        (event, number) -> nodes.add(node(event, number, counts.getOrDefault(event, Map.of()))));
    return new SchemaGraph(nodes, List.of(), true);
  }

  private static EventNode node(String event, long rows, Map<String, Long> counts) {
    List<PropertyNode> properties = new ArrayList<>();
    counts.forEach(
        (name, count) ->
            properties.add(
                new PropertyNode(
                    name,
                    Optional.empty(),
                    Optional.of((double) count / rows),
                    Optional.empty(),
                    Optional.empty())));
    return new EventNode(event, Optional.empty(), Optional.empty(), properties);
  }
}
