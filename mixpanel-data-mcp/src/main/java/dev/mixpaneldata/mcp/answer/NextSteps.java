package dev.mixpaneldata.mcp.answer;

import static dev.mixpaneldata.catalogue.AppOperations.LEXICON_SCHEMAS;
import static dev.mixpaneldata.catalogue.DiscoveryOperations.LIST_EVENTS;
import static dev.mixpaneldata.catalogue.DiscoveryOperations.LIST_FUNNELS;
import static dev.mixpaneldata.catalogue.DiscoveryOperations.LIST_PROPERTIES;
import static dev.mixpaneldata.catalogue.DiscoveryOperations.LIST_PROPERTY_VALUES;
import static dev.mixpaneldata.catalogue.DiscoveryOperations.TOP_EVENTS;
import static dev.mixpaneldata.catalogue.StoreOperations.LIST_TABLES;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.error.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Advice where the library gives none, and where an answer is empty. */
public final class NextSteps {
  private static final Map<ErrorCode, String> AFTER_ERRORS =
      Map.ofEntries(
          Map.entry(
              ErrorCode.AUTH_FAILED,
              "Ask the user to check the service account. mp auth test says what is wrong."),
          Map.entry(
              ErrorCode.PERMISSION_DENIED,
              "Ask the user for a service account with a role that may do this."),
          Map.entry(
              ErrorCode.PLAN_LIMIT,
              "The plan of the project does not include this. Tell the user."),
          Map.entry(
              ErrorCode.NOT_FOUND,
              "Look up what exists: list_events, list_funnels, list_bookmarks, lexicon_schemas."),
          Map.entry(
              ErrorCode.QUERY_FAILED,
              "Check names with list_events and list_properties, and the expression's syntax:"
                  + " properties[\"plan\"] == \"pro\"."),
          Map.entry(ErrorCode.INVALID_ARGUMENT, "Correct the arguments and call again."),
          Map.entry(ErrorCode.CANNOT_ANSWER, "Ask another source, or about other days and events."),
          Map.entry(ErrorCode.TABLE_NOT_FOUND, "list_tables has the names of the tables."),
          Map.entry(ErrorCode.DATABASE_NOT_FOUND, "fetch_events creates the first table."),
          Map.entry(ErrorCode.DATABASE_LOCKED, "Try again when the other process has ended."),
          Map.entry(ErrorCode.DISK_FULL, "Ask the user to free disk space, and call again."),
          Map.entry(ErrorCode.SERVER_ERROR, "Try again in a minute."),
          Map.entry(ErrorCode.BAD_RESPONSE, "Try again. If the error remains, tell the user."),
          Map.entry(ErrorCode.NETWORK_ERROR, "Check the network with the user, then call again."),
          Map.entry(ErrorCode.TIMEOUT, "Request less: fewer days, fewer segments, or a filter."),
          Map.entry(ErrorCode.EXPORT_INCOMPLETE, "Call again. Finished downloads are kept."),
          Map.entry(ErrorCode.INTERRUPTED, "Call again to continue. Finished downloads are kept."));

  private static final Map<OperationSpec<?, ?>, String> WHEN_EMPTY =
      Map.of(
          LIST_EVENTS,
          "Nothing was tracked in the last 31 days. Is it the right project (workspace_info)?",
          TOP_EVENTS,
          "Nothing has happened today yet; event_counts has earlier days.",
          LIST_FUNNELS,
          "No funnel is saved; give steps to funnel after fetch_events.",
          LIST_PROPERTIES,
          "Is the name of the event right (list_events)?",
          LIST_PROPERTY_VALUES,
          "Are the names right (list_events, list_properties)?",
          LIST_TABLES,
          "There are no local tables yet; fetch_events creates one.",
          LEXICON_SCHEMAS,
          "Nothing is documented in the Lexicon.");

  private static final String AFTER_SQL =
      "Correct the statement; list_tables and table_schema have the names.";

  private NextSteps() {}

  /** Returns what helps after most errors of a kind. */
  public static Optional<String> after(ErrorCode code, String tool) {
    if (code == ErrorCode.QUERY_FAILED && tool.startsWith("sql")) {
      return Optional.of(AFTER_SQL);
    }
    return Optional.ofNullable(AFTER_ERRORS.get(code));
  }

  /** Returns what an empty answer of an operation means. */
  public static Optional<String> whenEmpty(OperationSpec<?, ?> operation) {
    return Optional.ofNullable(WHEN_EMPTY.get(operation));
  }

  /** Returns all texts, for a check of the tools that they name. */
  public static List<String> all() {
    return Stream.of(AFTER_ERRORS.values(), WHEN_EMPTY.values(), List.of(AFTER_SQL))
        .<String>flatMap(Collection::stream)
        .toList();
  }
}
