package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.http.MixpanelHttp;
import java.util.List;
import java.util.Set;

/** Prepares the HTTP client while the command line is read, for commands that call Mixpanel. */
public final class EarlyConnection {
  private static final Set<String> GROUPS =
      Set.of(
          "query",
          "fetch",
          "sync",
          "import",
          "profiles",
          "cohorts",
          "metrics",
          "behaviors",
          "reports",
          "dashboards",
          "annotations",
          "alerts",
          "webhooks",
          "lexicon",
          "schemas",
          "experiments",
          "flags",
          "drop-filters",
          "custom-properties",
          "custom-events",
          "lookup-tables",
          "identity",
          "pipelines",
          "projects",
          "service-accounts",
          "gdpr",
          "warehouse-imports");

  private static final Set<String> LOCAL = Set.of("sql");

  private static final Set<String> INSPECTIONS =
      Set.of(
          "events",
          "properties",
          "values",
          "funnels",
          "cohorts",
          "top-events",
          "bookmarks",
          "distribution",
          "numeric",
          "daily",
          "engagement",
          "coverage",
          "lexicon-schemas",
          "lexicon-schema",
          "schema-graph",
          "subproperties",
          "business-context");

  private EarlyConnection() {}

  /** Begins in a thread of its own, if the arguments name such a command. */
  public static void prepare(List<String> arguments) {
    if (isCalling(arguments)) {
      Thread thread = new Thread(MixpanelHttp::prepare, "mp-prepare-http");
      thread.setDaemon(true);
      thread.start();
    }
  }

  static boolean isCalling(List<String> arguments) {
    List<String> words = arguments.stream().filter(word -> !word.startsWith("-")).toList();
    if (words.isEmpty() || arguments.contains("--help") || arguments.contains("--local")) {
      return false;
    }
    String second = words.size() > 1 ? words.get(1) : "";
    return words.get(0).equals("inspect")
        ? INSPECTIONS.contains(second)
        : GROUPS.contains(words.get(0)) && !LOCAL.contains(second);
  }
}
