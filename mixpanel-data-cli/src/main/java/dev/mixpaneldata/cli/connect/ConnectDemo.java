package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.connection.Finding;
import dev.mixpaneldata.bridge.connection.ToolResult;
import dev.mixpaneldata.bridge.connection.ToolView;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.testkit.vendor.AgreeingUser;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A demo that connects to vendors in this process and shows what a connection can and cannot do.
 */
final class ConnectDemo {
  private final CommandContext context;

  ConnectDemo(CommandContext context) {
    this.context = context;
  }

  void run() throws IOException {
    Path folder = Files.createTempDirectory("mp-connect-demo");
    try (FakeVendor mixpanel = FakeVendor.mixpanel();
        FakeVendor amplitude = FakeVendor.amplitude()) {
      Connections connections =
          Connections.of(
              Settings.of(Map.of("MP_CONFIG_PATH", folder.resolve("config.toml").toString())),
              Map.of());
      show(
          connections,
          mixpanel,
          "mixpanel",
          "3018488",
          "Get-Events",
          new Json("{}"),
          "Delete-Dashboard");
      show(
          connections,
          amplitude,
          "amplitude",
          "100001",
          "use_amp_dashboards",
          new Json("{\"action\":\"get\"}"),
          "use_amp_dashboards");
    } finally {
      PrivateFiles.removeTree(folder);
    }
  }

  private void show(
      Connections connections,
      FakeVendor vendor,
      String id,
      String project,
      String reading,
      Json arguments,
      String changing)
      throws IOException {
    line("== " + id + ": sign in as a user who agrees");
    ConnectRequest request = ConnectRequest.vendor(id, id, Optional.empty()).at(vendor.url());
    try (Connection connection =
        connections.connect(request, Optional.of(registered -> new AgreeingVisit()))) {
      connection.useProject(project);
      List<ToolView> tools = connection.tools();
      long allowed = tools.stream().filter(ToolView::allowed).count();
      line(allowed + " of " + tools.size() + " tools only read and may be called.");
      ToolResult result = connection.call(reading, arguments);
      line(result.tool() + " " + result.arguments() + " → " + result.text());
      try {
        connection.call(changing, new Json("{\"action\":\"create\"}"));
      } catch (MixpanelDataException refused) {
        line("Refused here: " + refused.getMessage());
      }
      vendor.expireTokens();
      for (Finding finding : connection.doctor()) {
        line((finding.good() ? "ok   " : "look ") + finding.check() + ": " + finding.finding());
      }
    }
    boolean revoked = connections.disconnect(id);
    line(revoked ? "Disconnected, also at the vendor." : "Disconnected here.");
  }

  /** A visit to the vendor's page whose user agrees to everything, without a browser. */
  private static final class AgreeingVisit implements AuthorizationAgent.Visit {
    @Override
    public String redirectUri() {
      return "http://localhost:19284/callback";
    }

    @Override
    public Map<String, String> authorize(URI address, String state) {
      return AgreeingUser.visit(address);
    }

    @Override
    public void close() {
      // There is no listener to close.
    }
  }

  private void line(String text) throws IOException {
    context.out().write(text + "\n");
    context.out().flush();
  }
}
