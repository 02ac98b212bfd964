package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.ask.Answer;
import dev.mixpaneldata.bridge.ask.Asking;
import dev.mixpaneldata.bridge.board.Answers;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.board.Pin;
import dev.mixpaneldata.bridge.board.Question;
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
import dev.mixpaneldata.quota.Pacer;
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
      Boards boards = new Boards(folder.resolve("boards"));
      show(
          connections,
          boards,
          mixpanel,
          "mixpanel",
          "3018488",
          "Get-Events",
          new Json("{}"),
          "Sign Up by country in the last 14 days",
          "Delete-Dashboard");
      show(
          connections,
          boards,
          amplitude,
          "amplitude",
          "100001",
          "use_amp_dashboards",
          new Json("{\"action\":\"get\"}"),
          "Which segment has the highest 7-day retention?",
          "use_amp_dashboards");
    } finally {
      PrivateFiles.removeTree(folder);
    }
  }

  private void show(
      Connections connections,
      Boards boards,
      FakeVendor vendor,
      String id,
      String project,
      String reading,
      Json arguments,
      String question,
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
      Answer answer = Asking.ask(connection, question);
      line(question + " → " + answer.text());
      Answers answers = new Answers(context::workspace, () -> connections, Pacer.system().clock());
      Pin pin =
          boards.pin(
              "demo",
              Question.words(id, Asking.plan(connection, question)),
              Optional.empty(),
              answers);
      line("Pinned to a board: " + pin.title() + ", " + pin.answer().rowsInAll() + " rows.");
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
