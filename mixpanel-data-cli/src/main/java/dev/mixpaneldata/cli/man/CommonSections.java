package dev.mixpaneldata.cli.man;

import dev.mixpaneldata.cli.man.ManPage.Block;
import dev.mixpaneldata.cli.man.ManPage.Item;
import dev.mixpaneldata.error.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sections that picocli's model lacks: exit statuses, variables and files. */
final class CommonSections {
  private static final Map<Integer, String> STATUSES =
      new TreeMap<>(
          Map.of(
              0, "It worked.",
              1, "It failed",
              2, "Credentials are wrong or missing",
              3, "The arguments or the query are wrong",
              4, "What was requested does not exist",
              5, "Mixpanel's quota is used up",
              130, "It was interrupted"));

  private CommonSections() {}

  /** Returns each exit status with the codes of its errors on standard error. */
  static List<Block> exitStatus() {
    return STATUSES.entrySet().stream()
        .<Block>map(
            status -> {
              String codes =
                  Arrays.stream(ErrorCode.values())
                      .filter(code -> code.exitStatus() == status.getKey())
                      .map(ErrorCode::name)
                      .collect(Collectors.joining(", "));
              return item(
                  String.valueOf(status.getKey()),
                  status.getValue() + (codes.isEmpty() ? "" : ": " + codes + "."));
            })
        .toList();
  }

  static List<Block> environment() {
    return List.of(
        item(
            "MP_USERNAME, MP_SECRET, MP_PROJECT_ID, MP_REGION",
            "The credentials of a service account, instead of a saved account."
                + " The region is us, eu or in; us by default."
                + " MIXPANEL_SERVICE_ACCOUNT_USERNAME, MIXPANEL_SERVICE_ACCOUNT_SECRET and"
                + " MIXPANEL_PROJECT_ID are read where the first three are not set."),
        item(
            "MP_OAUTH_TOKEN",
            "A bearer token instead of MP_USERNAME and MP_SECRET; it needs MP_PROJECT_ID."),
        item("MP_ACCOUNT", "The saved account to use, as --account."),
        item("MP_TARGET", "The saved target to use, as --target."),
        item(
            "MP_PROJECT_TIMEZONE",
            "The time zone of a project created before 2023, as --project-timezone."),
        item("MP_WORKSPACE_ID", "The data view to use, as --workspace-id."),
        item("MP_CONFIG_PATH", "The file of saved accounts, instead of ~/.mp/config.toml."),
        item(
            "MP_PROJECT_TOKEN",
            "The token of the project, for profiles and tracked events."
                + " MIXPANEL_PROJECT_TOKEN is read where it is not set."),
        item("MP_READ_ONLY", "If set and not 0, nothing is changed at Mixpanel, as --read-only."),
        item("MP_AUDIT_LOG", "The file to note changes at Mixpanel in, as --audit-log."),
        item("MP_SQL_MEMORY", "The megabytes of memory that a query in SQL may take."),
        item("MP_INDEXES", "If 0, no indexes are made beside large tables, and none is read."),
        item(
            "MP_TOKEN_KEY",
            "The key or passphrase that sign-ins of connections are encrypted with."),
        item("MP_DATA_DIR", "The folder of local data, instead of ~/.mp/data."),
        item("MP_API_BASE_URL", "One origin for all calls, for proxies and tests."),
        item("MIXPANEL_MCP_SERVER_PORT", "The port of the MCP server over HTTP, as its --port."),
        item("NO_COLOR", "If set, nothing is coloured."),
        item("MP_PLAIN", "If set and not 0, plain ASCII: no colours, no drawn lines, no progress."),
        item("JAVA_HOME", "The Java to run on, if it is 17 or newer; else that of the PATH."),
        item("MP_JAVA_OPTS", "More options of the JVM, such as -Xmx1g."));
  }

  static List<Block> files() {
    return List.of(
        item("~/.mp/config.toml", "Saved accounts, readable by their owner alone."),
        item("~/.mp/connections", "Connections to hosted MCP servers, their sign-ins encrypted."),
        item("~/.mp/data/PROJECT_ID.db", "The local tables of a project: a DuckDB database."),
        item(
            "~/.mp/data/fetch",
            "Downloads that are complete, so that an interrupted fetch continues where"
                + " it stopped."),
        item("~/.mp/data/quarantine", "Lines of exports that are not events, or were repaired."),
        item("~/.mp/data/quota", "The calls of the last hour, shared by all processes."));
  }

  private static Item item(String term, String meaning) {
    return new Item(
        Text.list(Arrays.stream(term.split(", ")).map(Text::bold).toList()), Text.plain(meaning));
  }
}
