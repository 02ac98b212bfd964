package dev.mixpaneldata.mcp.launch;

import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.mcp.ServerProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A training run that serves the beginning of a conversation in a folder of its own, so that the
 * JVM's class-data archive knows its classes. The answers do not matter.
 */
final class ServerTraining {
  private static final List<String> CONVERSATION =
      List.of(
          "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
              + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"training\","
              + "\"version\":\"1\"}}}",
          "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"prompts/list\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"resources/list\"}",
          "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":"
              + "\"list_tables\",\"arguments\":{}}}",
          "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"tools/call\",\"params\":{\"name\":"
              + "\"sql\",\"arguments\":{\"query\":\"SELECT 1\"}}}");

  private ServerTraining() {}

  /** Holds the conversation. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("mp-mcp-training");
    try {
      new ServerProgram(
              Map.of(
                  "MP_DATA_DIR", folder.toString(),
                  "MP_CONFIG_PATH", folder.resolve("config.toml").toString(),
                  "MP_USERNAME", "training",
                  "MP_SECRET", "training",
                  "MP_PROJECT_ID", "1"),
              new ByteArrayInputStream(
                  String.join("\n", CONVERSATION).getBytes(StandardCharsets.UTF_8)),
              new ByteArrayOutputStream(),
              System.err)
          .run(new String[0]);
    } finally {
      PrivateFiles.removeTree(folder);
    }
  }
}
