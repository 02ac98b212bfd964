package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.connection.ToolView;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.bridge.oauth.ServiceAccount;
import dev.mixpaneldata.bridge.vendor.Vendors;
import dev.mixpaneldata.cli.auth.SecretInput;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp connect}: asks at a terminal for missing values, and runs unattended otherwise. */
public final class ConnectCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "connect",
          "Connect to Mixpanel's or Amplitude's hosted MCP server, to read",
          List.of(
              "mp connect mixpanel",
              "mp connect amplitude --as product --region eu",
              "mp connect mixpanel --no-browser",
              "pass show mixpanel | mp connect mixpanel --as ci"
                  + " --service-account me.abc123.mp-service-account --secret-stdin",
              "mp connect https://mcp.example.com/mcp --as example",
              "mp connect --demo"),
          ConnectCommand::new);

  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "SERVER",
      description = "mixpanel, amplitude or the address of any MCP server.")
  private @Nullable String server;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Name of the connection (default: the vendor's name).")
  private @Nullable String name;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Address of the vendor's server, such as that of a proxy.")
  private @Nullable URI url;

  @Option(
      names = "--no-browser",
      description =
          "Print the address of the vendor's page, and read the address that it leads to.")
  private boolean noBrowser;

  @Option(
      names = "--service-account",
      paramLabel = "USERNAME",
      description = "Use a service account instead of a sign-in (Mixpanel).")
  private @Nullable String serviceAccount;

  @Option(
      names = "--secret-stdin",
      description = "Read the service account's secret from standard input.")
  private boolean secretFromInput;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "Use this client id, if the server does not register clients.")
  private @Nullable String clientId;

  @Option(names = "--demo", description = "Try everything with simulated vendors in this process.")
  private boolean demo;

  @Mixin private final OutputOptions output = new OutputOptions();

  private ConnectCommand(CommandContext context) {
    this.context = context;
  }

  record Connected(
      String connected, String url, int readingTools, int refusedTools, Optional<String> project) {}

  @Override
  public Integer call() throws IOException {
    if (demo) {
      new ConnectDemo(context).run();
      return 0;
    }
    Connections connections =
        Connections.of(Settings.of(context.environment()), context.environment());
    ConnectRequest request = request(connections);
    Optional<AuthorizationAgent> agent =
        request.serviceAccount().isPresent()
            ? Optional.empty()
            : Optional.of(new TerminalAgents(context).agent(noBrowser));
    context.say("Connecting to " + request.url() + " …");
    try (Connection connection = connections.connect(request, agent)) {
      chooseProject(connection);
      List<ToolView> tools = connection.tools();
      int reading = (int) tools.stream().filter(ToolView::allowed).count();
      output.print(
          context,
          () ->
              new Connected(
                  request.name(),
                  request.url().toString(),
                  reading,
                  tools.size() - reading,
                  connection.info().project()));
      context.say("Connection ready. See its tools: mp connections tools " + request.name());
    }
    return 0;
  }

  private ConnectRequest request(Connections connections) throws IOException {
    String what = server == null ? askedServer(connections) : server;
    boolean address = what.contains("://");
    String called = name == null ? askedName(address ? "server" : what) : name;
    ConnectRequest request =
        address
            ? ConnectRequest.server(called, address(what))
            : ConnectRequest.vendor(called, what, context.options().region());
    if (url != null) {
      request = request.at(url);
    }
    if (serviceAccount != null) {
      String secret = new SecretInput(context).read(secretFromInput, false);
      request = request.with(new ServiceAccount(serviceAccount, Secret.of(secret)));
    }
    return clientId == null ? request : request.with(clientId, Optional.empty());
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw MixpanelDataException.invalidArgument(
          "'" + text + "' is not a web address.", "Give one such as https://mcp.example.com/mcp.");
    }
  }

  private String askedServer(Connections connections) {
    String choices = String.join(", ", Vendors.all().stream().map(v -> v.id()).toList());
    if (!context.terminal().input() || !context.terminal().error()) {
      throw MixpanelDataException.invalidArgument(
          "The server to connect to is missing.",
          "Give " + choices + " or the address of an MCP server.");
    }
    connections
        .list()
        .forEach(
            info -> context.say("Connected already: " + info.name() + " (" + info.url() + ")"));
    return context.ask("Connect to " + choices + " or an address: ").strip();
  }

  private String askedName(String usual) {
    if (!context.terminal().input() || !context.terminal().error()) {
      return usual;
    }
    String answer = context.ask("Name of the connection [" + usual + "]: ").strip();
    return answer.isEmpty() ? usual : answer;
  }

  /** Chooses the named project, the only one, or the one that the user picks. */
  private void chooseProject(Connection connection) {
    if (connection.info().vendor().isEmpty()) {
      return;
    }
    Optional<String> given = context.options().project();
    if (given.isPresent()) {
      connection.useProject(given.get());
      return;
    }
    if (connection.info().project().isPresent()) {
      return;
    }
    Map<String, String> projects = connection.projects();
    if (projects.size() == 1) {
      connection.useProject(projects.keySet().iterator().next());
      return;
    }
    String command = "mp connections project " + connection.info().name() + " ID";
    if (projects.isEmpty()) {
      context.say(
          "The account sees no project here. mp connections doctor "
              + connection.info().name()
              + " shows why.");
      return;
    }
    context.say("The account sees several projects:");
    projects.forEach((id, title) -> context.say("  " + id + "  " + title));
    String answer =
        context.terminal().input() && context.terminal().error()
            ? context.ask("Id of the project to ask about: ").strip()
            : "";
    if (projects.containsKey(answer)) {
      connection.useProject(answer);
    } else {
      context.say("None is chosen. Choose one: " + command);
    }
  }
}
