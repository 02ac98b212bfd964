package dev.mixpaneldata.mcp.sdk;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import tools.jackson.databind.json.JsonMapper;

/** The one mapper of the SDK's types. */
public final class SdkJson {
  public static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.shared());

  private SdkJson() {}
}
