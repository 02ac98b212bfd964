package dev.mixpaneldata.bridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.client.RemoteTool;
import dev.mixpaneldata.bridge.policy.Inventory;
import dev.mixpaneldata.bridge.store.PrivateFile;
import dev.mixpaneldata.internal.json.Mappers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A connection's file: JSON without secrets. */
final class ConnectionFile {
  static final String SUFFIX = ".connection.json";

  private final PrivateFile file;

  ConnectionFile(Path folder, String name) {
    this.file = new PrivateFile(folder.resolve(name + SUFFIX));
  }

  Optional<ConnectionInfo> read() {
    return file.read().map(Mappers::read).map(ConnectionFile::parse);
  }

  void write(ConnectionInfo info) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", info.name()).put("url", info.url().toString());
    info.vendorId().ifPresent(v -> node.put("vendor", v));
    info.project().ifPresent(p -> node.put("project", p));
    node.put("revision", info.revision()).put("connected_at", info.connectedAt().toString());
    new TreeSet<>(info.allowed()).forEach(node.putArray("allowed")::add);
    ObjectNode tools = node.putObject("tools");
    info.inventory().tools().forEach((name, tool) -> tools.set(name, tool.definition()));
    file.write(node.toPrettyString() + "\n");
  }

  void delete() {
    file.delete();
  }

  private static ConnectionInfo parse(JsonNode node) {
    Map<String, RemoteTool> tools = new HashMap<>();
    node.path("tools")
        .properties()
        .forEach(e -> tools.put(e.getKey(), new RemoteTool(e.getValue())));
    TreeSet<String> allowed = new TreeSet<>();
    node.path("allowed").forEach(tool -> allowed.add(tool.asText()));
    return new ConnectionInfo(
        node.path("name").asText(),
        Optional.ofNullable(node.path("vendor").textValue()),
        URI.create(node.path("url").asText()),
        Optional.ofNullable(node.path("project").textValue()),
        node.path("revision").asText(),
        allowed,
        new Inventory(tools),
        Instant.parse(node.path("connected_at").asText()));
  }
}
