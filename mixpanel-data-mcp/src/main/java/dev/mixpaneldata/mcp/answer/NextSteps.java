package dev.mixpaneldata.mcp.answer;

import dev.mixpaneldata.error.ErrorCode;
import java.util.Map;
import java.util.Optional;

/** What to do next where the library has said nothing, and where there is nothing to show. */
public final class NextSteps {
  private static final Map<ErrorCode, String> AFTER_ERRORS =
      Map.ofEntries(
          Map.entry(
              ErrorCode.AUTH_FAILED,
              "Ask the user to check the service account; test_credentials says what is wrong."),
          Map.entry(
              ErrorCode.PERMISSION_DENIED,
              "Ask the user for a service account with a role that may do this."),
          Map.entry(ErrorCode.PLAN_LIMIT, "The project's plan does not have this; tell the user."),
          Map.entry(
              ErrorCode.NOT_FOUND,
              "Look up what there is: list_events, list_funnels, list_bookmarks, lexicon_schemas."),
          Map.entry(
              ErrorCode.QUERY_FAILED,
              "Check names with list_events and list_properties, and the expression's syntax:"
                  + " properties[\"plan\"] == \"pro\"."),
          Map.entry(ErrorCode.INVALID_ARGUMENT, "Mend the arguments and call again."),
          Map.entry(ErrorCode.CANNOT_ANSWER, "Ask another source, or about other days and events."),
          Map.entry(ErrorCode.TABLE_NOT_FOUND, "list_tables has the tables there are."),
          Map.entry(ErrorCode.DATABASE_NOT_FOUND, "fetch_events makes the first table."),
          Map.entry(ErrorCode.DATABASE_LOCKED, "Try again when the other process has ended."),
          Map.entry(ErrorCode.DISK_FULL, "Ask the user to make room, and call again."),
          Map.entry(ErrorCode.SERVER_ERROR, "Try again in a minute."),
          Map.entry(ErrorCode.BAD_RESPONSE, "Try again; if it stays, tell the user."),
          Map.entry(ErrorCode.NETWORK_ERROR, "Check the network with the user, then call again."),
          Map.entry(ErrorCode.TIMEOUT, "Ask for less: fewer days, fewer segments, a filter."),
          Map.entry(ErrorCode.EXPORT_INCOMPLETE, "Call again; finished downloads are kept."),
          Map.entry(ErrorCode.INTERRUPTED, "Call again to go on; finished downloads are kept."));

  private static final Map<String, String> WHEN_EMPTY =
      Map.of(
          "list_events",
          "Nothing was tracked in the last 31 days. Is it the right project (workspace_info)?",
          "top_events",
          "Nothing happened today so far; daily_counts has earlier days.",
          "list_funnels",
          "No funnel is saved; give steps to funnel after fetch_events.",
          "list_properties",
          "Is the event's name right (list_events)?",
          "list_property_values",
          "Are the names right (list_events, list_properties)?",
          "list_tables",
          "No local tables yet; fetch_events makes one.",
          "workspace_info",
          "No local tables yet; fetch_events makes one.",
          "lexicon_schemas",
          "Nothing is documented in the Lexicon.");

  private NextSteps() {}

  /** What helps after most errors of a kind. */
  public static Optional<String> after(ErrorCode code, String tool) {
    if (code == ErrorCode.QUERY_FAILED && tool.startsWith("sql")) {
      return Optional.of("Mend the statement; list_tables and table_schema have the names.");
    }
    return Optional.ofNullable(AFTER_ERRORS.get(code));
  }

  /** What an empty answer of a tool means. */
  public static Optional<String> whenEmpty(String tool) {
    return Optional.ofNullable(WHEN_EMPTY.get(tool));
  }
}
