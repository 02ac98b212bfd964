package dev.mixpaneldata.mcp;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.mcp.connections.ConnectionTools;
import java.nio.file.Path;
import java.util.Map;

/** The tools on connections and boards of a user who has none. */
public final class NoConnections {
  private NoConnections() {}

  /** Returns them. */
  public static ConnectionTools tools() {
    Settings settings = Settings.of(Map.of(), Path.of("no-such-home"));
    return new ConnectionTools(Connections.of(settings, Map.of()), Boards.of(settings));
  }
}
