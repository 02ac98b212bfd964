package dev.mixpaneldata.mcp;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AccessRules.TableAccess;
import dev.mixpaneldata.mcp.tool.Toolset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The options of the server.
 *
 * @param account the account of the configuration file to use
 * @param transport the way clients reach it
 * @param host the address to listen on, for HTTP
 * @param port the port to listen on, for HTTP; 0 for any free one
 * @param access the tools that are on
 * @param sharesTables whether sessions of one identity share their tables, for HTTP
 * @param auditLog a file of JSON lines, one a call
 * @param envFile a file with credentials that the environment does not have
 * @param logLevel what is logged; empty for warnings and errors
 * @param request whether to serve, or only to print something and end
 */
public record ServerOptions(
    Optional<String> account,
    Transport transport,
    String host,
    int port,
    AccessRules access,
    boolean sharesTables,
    Optional<Path> auditLog,
    Optional<Path> envFile,
    Optional<LogLevel> logLevel,
    Request request) {
  /** The default port of the server. */
  public static final int DEFAULT_PORT = 5000;

  /** The variable that sets the port. */
  static final String PORT_VARIABLE = "MIXPANEL_MCP_SERVER_PORT";

  /** The way clients reach the server. */
  public enum Transport {
    /** Standard input and output. */
    STDIO,
    /** HTTP: {@code /mcp}, and {@code /sse} for older clients. */
    HTTP
  }

  /** The task of the program. */
  public enum Request {
    SERVE,
    HELP,
    VERSION
  }

  /** What is logged: what is named here, and what matters more. */
  public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** Returns the level by its name, those of Python's servers included. */
    private static LogLevel parse(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "debug" -> DEBUG;
        case "info" -> INFO;
        case "warn", "warning" -> WARN;
        case "error", "critical" -> ERROR;
        default ->
            throw MixpanelDataException.invalidArgument(
                "There is no log level '" + text + "'.", "Choose debug, info, warning or error.");
      };
    }
  }

  /** The text of {@code --help}. */
  public static final String HELP =
      """
      Usage: mp_mcp [OPTIONS]

      Serves Mixpanel to AI assistants over the Model Context Protocol.

        --account NAME         account of ~/.mp/config.toml; else MP_USERNAME, MP_SECRET,
                               MP_PROJECT_ID and MP_REGION, else the file's default
        --transport KIND       stdio (default), http, or sse (the same server as http)
        --host ADDRESS         address to listen on (default 127.0.0.1)
        --port N               port to listen on (default MIXPANEL_MCP_SERVER_PORT or 5000)
        --toolsets LIST        default (discovery, reports, fetch, tables, analysis), counts,
                               saved, inspect, stream, guided, accounts, connections, boards,
                               klavis, manage (annotations, dashboards, cohorts, alerts,
                               experiments, lexicon, data_quality, governance, identity,
                               pipelines, administration), all
        --read-only            only tools that change nothing, neither here nor at Mixpanel
                               (or MP_READ_ONLY); wins over every other option
        --table-access LEVEL   local tables: none, read, fetch (no dropping) or full (default)
        --allow-writes         also tools that change data at Mixpanel
        --share-tables         over HTTP: sessions share tables, those without a header the
                               owner's, the others those of their credentials
        --audit-log FILE       append a line of JSON for each call (or MP_AUDIT_LOG)
        --env-file FILE        lines NAME=VALUE with credentials that the environment does not
                               set; over HTTP, .env of the working directory unless given
        --log-level LEVEL      what is logged on standard error: debug, info, warning (default)
                               or error; info has a line for each call
        --version              print the version
        --help                 print this

      Over HTTP a client may send its own credentials in the header
      x-auth-token: USERNAME:SECRET[:PROJECT_ID], also with single calls without a session;
      or as the Klavis server reads them, in x-auth-data. Beside them, x-project-token is
      the token by which events are tracked and profiles change.
      Each session has tables of its own, which end with it.
      """;

  /**
   * Reads a command line.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if an option is unknown or its value is
   *     invalid
   */
  public static ServerOptions parse(List<String> arguments, Map<String, String> environment) {
    Parser parser = new Parser(environment);
    for (Iterator<String> rest = spread(arguments).iterator(); rest.hasNext(); ) {
      parser.take(rest.next(), rest);
    }
    return parser.options();
  }

  /** Splits options: {@code --port=80} is {@code --port 80}. */
  private static List<String> spread(List<String> arguments) {
    return arguments.stream()
        .flatMap(
            a ->
                a.startsWith("--") && a.contains("=")
                    ? Arrays.stream(a.split("=", 2))
                    : List.of(a).stream())
        .toList();
  }

  private static final class Parser {
    private Optional<String> account = Optional.empty();
    private Transport transport = Transport.STDIO;
    private String host = "127.0.0.1";
    private String port;
    private AccessRules access;
    private boolean sharesTables;
    private Optional<Path> auditLog;
    private Optional<Path> envFile = Optional.empty();
    private Optional<LogLevel> logLevel = Optional.empty();
    private Request request = Request.SERVE;

    Parser(Map<String, String> environment) {
      String said = environment.getOrDefault(PORT_VARIABLE, "").strip();
      this.port = said.isEmpty() ? String.valueOf(DEFAULT_PORT) : said;
      Settings settings = Settings.of(environment);
      this.access = settings.readOnly() ? AccessRules.usual().withReadOnly() : AccessRules.usual();
      this.auditLog = settings.auditLog();
    }

    void take(String option, Iterator<String> rest) {
      switch (option) {
        case "--account", "-a" -> account = Optional.of(value(option, rest));
        case "--transport" -> transport = transport(value(option, rest));
        case "--host" -> host = value(option, rest);
        case "--port" -> port = value(option, rest);
        case "--toolsets" -> access = access.withToolsets(Toolset.parse(value(option, rest)));
        case "--read-only" -> access = access.withReadOnly();
        case "--table-access" -> access = access.withTables(tables(value(option, rest)));
        case "--allow-writes" -> access = access.withWrites();
        case "--share-tables" -> sharesTables = true;
        case "--audit-log" -> auditLog = Optional.of(Path.of(value(option, rest)));
        case "--env-file" -> envFile = Optional.of(Path.of(value(option, rest)));
        case "--log-level" -> logLevel = Optional.of(LogLevel.parse(value(option, rest)));
        case "--version" -> request = Request.VERSION;
        case "--help", "-h" -> request = Request.HELP;
        default ->
            throw MixpanelDataException.invalidArgument(
                "There is no option '" + option + "'.", "mp_mcp --help lists them.");
      }
    }

    ServerOptions options() {
      return new ServerOptions(
          account,
          transport,
          host,
          number(port),
          access,
          sharesTables,
          auditLog,
          envFile,
          logLevel,
          request);
    }

    private static String value(String option, Iterator<String> rest) {
      if (!rest.hasNext()) {
        throw MixpanelDataException.invalidArgument(
            option + " needs a value.", "mp_mcp --help shows which.");
      }
      return rest.next();
    }

    private static Transport transport(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "stdio" -> Transport.STDIO;
        case "http", "streamable-http", "sse" -> Transport.HTTP;
        default ->
            throw MixpanelDataException.invalidArgument(
                "There is no transport '" + text + "'.", "Choose stdio, http or sse.");
      };
    }

    private static TableAccess tables(String text) {
      return Arrays.stream(TableAccess.values())
          .filter(level -> level.id().equals(text.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  MixpanelDataException.invalidArgument(
                      "There is no level '" + text + "' of access to tables.",
                      "Choose none, read, fetch or full."));
    }

    private static int number(String text) {
      try {
        int number = Integer.parseInt(text);
        if (number >= 0 && number <= 65_535) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Reported below, with the text.
      }
      throw MixpanelDataException.invalidArgument(
          "The port '" + text + "' is not a number from 0 to 65535.",
          "Give one with --port or " + PORT_VARIABLE + ".");
    }
  }
}
