package dev.mixpaneldata.mcp.tool;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A group of tools that is switched on and off as one. */
public enum Toolset {
  /**
   * The contents of a project: events, properties, funnels, cohorts, saved reports, the Lexicon.
   */
  DISCOVERY(true),
  /** Reports, computed by Mixpanel or from local tables. */
  REPORTS(true),
  /** Copying events and profiles into local tables. */
  FETCH(true),
  /** Local tables and SQL. */
  TABLES(true),
  /** Several reports in one call, with a conclusion. */
  ANALYSIS(true),
  /** Notes on the timeline. */
  ANNOTATIONS(false),
  /** Boards of Mixpanel and the saved reports on them. */
  DASHBOARDS(false),
  /** Saved cohorts. */
  COHORTS(false),
  /** Alerts, and the webhooks that Mixpanel calls. */
  ALERTS(false),
  /** Experiments and feature flags. */
  EXPERIMENTS(false),
  /** What the Lexicon says about events and properties, and their schemas. */
  LEXICON(false),
  /** Enforcement of schemas, audits, anomalies, and requests to erase events. */
  DATA_QUALITY(false),
  /** Drop filters, custom properties, custom events and lookup tables. */
  GOVERNANCE(false),
  /** The identities of users. */
  IDENTITY(false),
  /** Pipelines that export to storage or a warehouse. */
  PIPELINES(false),
  /** Projects, service accounts, personal data and imports from a warehouse. */
  ADMINISTRATION(false),
  /** Further counts of one event, whose numbers other reports have as well. */
  COUNTS(false),
  /** Saved reports by their kind, and JQL. */
  SAVED(false),
  /** Single facts about local tables and kept lists, which SQL and the schema give as well. */
  INSPECT(false),
  /** Raw events and profiles without a table. */
  STREAM(false),
  /** Questions in words and goals, planned here; a client's own model does that as well. */
  GUIDED(false),
  /** Accounts and credentials. */
  ACCOUNTS(false),
  /** Connections to hosted MCP servers of other vendors, to read. */
  CONNECTIONS(false),
  /** Answers kept with their questions in files of the user. */
  BOARDS(false),
  /** The names of the Klavis server, for assistants that know those. */
  KLAVIS(false);

  private final boolean usual;

  Toolset(boolean usual) {
    this.usual = usual;
  }

  /** Returns the name in options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the groups of what Mixpanel's web application manages. */
  public static Set<Toolset> managed() {
    return EnumSet.range(ANNOTATIONS, ADMINISTRATION);
  }

  /** Returns whether the group is on by default. */
  public boolean isUsual() {
    return usual;
  }

  /** Returns the groups that are on by default. */
  public static Set<Toolset> usual() {
    return Arrays.stream(values())
        .filter(set -> set.usual)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Toolset.class)));
  }

  /**
   * Parses a list such as {@code reports,tables}; {@code default}, {@code manage} and {@code all}
   * are names too.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if there is no toolset of a name
   */
  public static Set<Toolset> parse(String list) {
    Set<Toolset> chosen = EnumSet.noneOf(Toolset.class);
    for (String part : list.split(",")) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      switch (name) {
        case "" -> {}
        case "all" -> chosen.addAll(EnumSet.allOf(Toolset.class));
        case "default" -> chosen.addAll(usual());
        case "manage" -> chosen.addAll(managed());
        default -> chosen.add(one(name));
      }
    }
    return chosen;
  }

  private static Toolset one(String name) {
    return Arrays.stream(values())
        .filter(set -> set.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    "There is no toolset '" + name + "'.",
                    "Choose from "
                        + Arrays.stream(values()).map(Toolset::id).collect(Collectors.joining(", "))
                        + ", default, manage and all."));
  }
}
