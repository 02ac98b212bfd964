package dev.mixpaneldata.mcp;

import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Version;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.connections.ConnectionTools;
import dev.mixpaneldata.mcp.derived.ToolWords;
import dev.mixpaneldata.mcp.http.HttpFront;
import dev.mixpaneldata.mcp.http.HttpIdentities;
import dev.mixpaneldata.mcp.http.HttpLimits;
import dev.mixpaneldata.mcp.sdk.RunningCalls;
import dev.mixpaneldata.mcp.sdk.SdkServer;
import dev.mixpaneldata.mcp.session.Caller;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.session.Workspaces;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.mcp.transport.StdioTransport;
import dev.mixpaneldata.quota.Pacer;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The server as a program, with an environment and streams of the caller's choice. */
public final class ServerProgram {
  private final Map<String, String> environment;
  private final InputStream input;
  private final OutputStream output;
  private final PrintStream errors;

  /**
   * Creates a program with this environment and these streams.
   *
   * @param output for the protocol alone; nothing else in this process may write to it
   * @param errors for everything that people read
   */
  public ServerProgram(
      Map<String, String> environment, InputStream input, OutputStream output, PrintStream errors) {
    this.environment = Map.copyOf(environment);
    this.input = input;
    this.output = output;
    this.errors = errors;
  }

  /** Serves until the client goes or the process is stopped; returns the exit status. */
  public int run(String[] arguments) {
    try {
      ServerOptions options = ServerOptions.parse(List.of(arguments), environment);
      switch (options.request()) {
        case HELP -> print(ServerOptions.HELP);
        case VERSION -> print("mp_mcp " + Version.current() + "\n");
        case SERVE -> {
          Map<String, String> all = withFile(options);
          serve(ServerOptions.parse(List.of(arguments), all), all);
        }
      }
      return 0;
    } catch (MixpanelDataException e) {
      tell(e);
      return e.code().exitStatus();
    }
  }

  /** Assistants start servers in any folder, so that only one over HTTP takes the file there. */
  private Map<String, String> withFile(ServerOptions options) {
    boolean usual =
        options.transport() == ServerOptions.Transport.HTTP
            && Files.isRegularFile(EnvironmentFile.USUAL);
    return options
        .envFile()
        .or(() -> usual ? Optional.of(EnvironmentFile.USUAL) : Optional.empty())
        .map(file -> EnvironmentFile.added(file, environment))
        .orElse(environment);
  }

  private void tell(MixpanelDataException e) {
    errors.println("Error [" + e.code() + "]: " + e.getMessage());
    e.hint(ToolWords.ANYWHERE).ifPresent(hint -> errors.println("Hint: " + hint));
  }

  private void print(String text) {
    new PrintStream(output, true, StandardCharsets.UTF_8).print(text);
  }

  private void serve(ServerOptions options, Map<String, String> all) {
    // Read by slf4j-simple, which the launchers have, when the first logger is made.
    options
        .logLevel()
        .ifPresent(
            level ->
                System.setProperty(
                    "org.slf4j.simpleLogger.log.dev.mixpaneldata",
                    level.name().toLowerCase(Locale.ROOT)));
    Settings settings = Settings.of(all);
    options.account().ifPresent(name -> lookFor(name, settings));
    Pacer time = Pacer.system();
    Workspaces workspaces =
        new Workspaces(settings, options.account(), time, options.sharesTables());
    AuditLog audit = new AuditLog(options.auditLog(), time.clock());
    Chain chain = new Chain(options.access(), audit);
    switch (options.transport()) {
      case STDIO ->
          overStreams(workspaces, Toolbox.withConnections(chain, connections(settings, all)));
      // Nobody proves to be this machine's user there, whose connections and boards these are.
      case HTTP -> overHttp(options, settings, workspaces, Toolbox.of(chain));
    }
  }

  private static ConnectionTools connections(Settings settings, Map<String, String> all) {
    return new ConnectionTools(Connections.of(settings, all), Boards.of(settings));
  }

  /**
   * Reports at the start that an account does not exist. The server starts nevertheless: most
   * clients show nothing of a server that does not, while its answers will name the problem.
   */
  private void lookFor(String account, Settings settings) {
    try {
      new AccountStore(settings.configFile()).account(account);
    } catch (MixpanelDataException e) {
      tell(e);
    }
  }

  private void overStreams(Workspaces workspaces, Toolbox toolbox) {
    try (RunningCalls calls = new RunningCalls();
        Session session = workspaces.own(Caller.owner());
        ExitHook hook = new ExitHook(session::close)) {
      StdioTransport transport = new StdioTransport(input, output, session, calls);
      SdkServer.serve(transport, toolbox, calls);
      transport.run();
    }
  }

  private void overHttp(
      ServerOptions options, Settings settings, Workspaces workspaces, Toolbox toolbox) {
    try (RunningCalls calls = new RunningCalls();
        HttpFront front =
            HttpFront.start(
                new InetSocketAddress(options.host(), options.port()),
                HttpLimits.usual(),
                new HttpIdentities(workspaces, settings),
                calls,
                HttpFront.Protocol.of(toolbox, calls));
        ExitHook hook = new ExitHook(front::close)) {
      errors.println("Serving Mixpanel on http://" + options.host() + ":" + front.port() + "/mcp");
      front.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
