package dev.mixpaneldata.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool as its server describes it.
 *
 * @param definition the whole description, as the protocol's {@code Tool}
 */
public record RemoteTool(JsonNode definition) {
  /** What it is called by. */
  public String name() {
    return definition.path("name").asText();
  }

  /** What it does, in the server's words. */
  public String description() {
    return definition.path("description").asText("");
  }

  /** The JSON schema of its arguments. */
  public JsonNode inputSchema() {
    return definition.path("inputSchema");
  }

  /** What the server says of its effect. */
  public JsonNode annotations() {
    return definition.path("annotations");
  }
}
