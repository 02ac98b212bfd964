package dev.mixpaneldata.wire;

import java.util.List;
import java.util.regex.Pattern;

/** Where clients differ from Mixpanel's OpenAPI files on purpose, and why. */
final class OpenApiDeviations {
  private record Deviation(String call, String fault, String reason) {}

  private static final List<Deviation> DEVIATIONS =
      List.of(
          new Deviation(
              "GET /api/query/segmentation",
              "Instance value (\"week\") not found",
              "the unit week is not listed, but clients use it and the list of /events has it"),
          new Deviation(
              "GET /api/query/segmentation/numeric",
              "parameter 'buckets' is unexpected",
              "older references list the number of buckets"),
          new Deviation(
              "GET /api/query/retention",
              "parameter 'bookmark_id' is unexpected",
              "Mixpanel's Python client runs saved retention reports with it"),
          new Deviation(
              "GET /api/query/events/properties/values",
              "parameter 'event' is required",
              "required by the file, optional in practice: Mixpanel's Python client leaves it out"),
          new Deviation(
              "POST /api/query/engage",
              "not allowed by the schema: [\"page_size\"]",
              "not in the file; it makes 10000 profiles a query of 1000"),
          new Deviation(
              "POST /api/query/engage",
              "[Path '/output_properties'] Instance type (string)",
              "sent as the text of a list, as Mixpanel's Python client does"),
          new Deviation(
              "POST /api/query/engage",
              "not allowed by the schema: [\"page_size\",\"search\",\"sort_key\",\"sort_order\"]",
              "Mixpanel's Python package sorts and searches with these"),
          new Deviation(
              "POST /api/query/engage",
              "not allowed by the schema: [\"page_size\",\"sort_key\",\"sort_order\"]",
              "Mixpanel's Python package sorts with these"),
          new Deviation(
              "GET /api/app/projects/12345/annotations/",
              "parameter 'tags' is unexpected",
              "Mixpanel's Python client filters by tags with it"),
          new Deviation(
              "POST /api/app/projects/12345/annotations/",
              "not allowed by the schema: [\"user_id\"]",
              "Mixpanel's Python client names the author with it"),
          new Deviation(
              "GET /api/app/projects/12345/experiments/",
              "parameter 'include_archived' is unexpected",
              "Mixpanel's Python client lists archived ones with it"),
          new Deviation(
              "POST /api/app/projects/12345/schemas/event/Signup",
              "not allowed by the schema: [\"required\"]",
              "a keyword of JSON schemas, which Mixpanel's Python client registers with it"),
          new Deviation(
              "POST /api/app/projects/12345/schemas",
              "not allowed by the schema: [\"entity_name\",\"entity_type\",\"schema\"]",
              "the recorded calls have entries with other names"),
          new Deviation(
              "POST /api/app/projects/12345/schemas",
              "missing required properties ([\"entityType\",\"name\",\"schemaJson\"])",
              "the recorded calls have entries with other names"),
          new Deviation(
              "PUT /api/app/projects/12345/workspaces/100/feature-flags/abc-123/",
              "[Path '/ruleset'] Object has missing required properties",
              "the recorded calls send rules that are not complete"),
          new Deviation(
              "POST /track",
              "allOf: Instance failed to match all required schemas",
              "the file joins two objects, each of which is read as refusing the other's fields"),
          new Deviation(
              "POST /import",
              "not allowed by the schema: [\"token\"]",
              "the file requires the token of a merge, and does not list it"),
          new Deviation(
              "POST /api/2.0/nessie/pipeline/edit",
              "oneOf: Instance failed to match exactly one schema",
              "the file's eight forms of a change overlap"),
          new Deviation(
              "POST /groups",
              "Instance type (array) does not match any allowed primitive type",
              "the file calls a batch a text, whose example is the list that is sent"),
          new Deviation(
              "POST /groups",
              "missing required properties ([\"$unset\"])",
              "required of a union by a slip of the file"),
          new Deviation(
              "POST /groups",
              "missing required properties ([\"$set\"])",
              "required of a deletion by a slip of the file"),
          new Deviation(
              "POST /groups",
              "parameter 'strict' is unexpected on path \"/groups#group-delete\"",
              "the other operations on groups have it; without it nothing says what was refused"));

  /** Calls that no file describes; Mixpanel's Python client makes them. */
  private static final List<String> UNDOCUMENTED =
      List.of(
          "POST /api/query/insights",
          "GET /api/query/arb_funnels",
          "POST /api/query/arb_funnels",
          "POST /api/query/engage/stats",
          "POST /api/query/stream/bookmark",
          "GET /api/app/projects/metadata/index",
          "GET /s/AbC123",
          "GET /s/gone",
          "GET /s/page",
          "POST /api/query/arb_funnels",
          "GET /api/query/data_definitions/events",
          "GET /api/app/projects/12345/data-definitions/properties/",
          "GET /api/app/projects/12345/bookmark-urls/EBrV5bW2u9Mw/",
          "POST /api/app/projects/12345/bookmark-urls/",
          "GET /api/app/projects/12345/metrics",
          "GET /api/app/projects/12345/behaviors",
          "GET /api/app/projects/12345/business-context",
          "GET /api/app/projects/12345/business-context/chain",
          "GET /api/app/me",
          "GET /api/app/projects/12345/workspaces/public");

  /** Families and paths of the app API that no file describes; the Python client calls them. */
  private static final List<Pattern> UNDOCUMENTED_PATHS =
      List.of(
          Pattern.compile("/(dashboards|bookmarks|cohorts|alerts|webhooks)(/|$)"),
          Pattern.compile("/(custom_properties|custom_events)/"),
          Pattern.compile("/data-definitions/(lookup-tables|events)/"),
          Pattern.compile("/experiments/(erf/|[^/]+/duplicate)$"),
          Pattern.compile("/data-definitions/"),
          Pattern.compile("^PATCH .*/schemas(/|$)"),
          Pattern.compile("/schemas/custom_event$"),
          Pattern.compile("/feature-flags/limits/$"),
          Pattern.compile("/feature-flags/[^/]+/(archive|duplicate|test-users|history)/$"));

  private OpenApiDeviations() {}

  static boolean undocumented(String call) {
    return UNDOCUMENTED.contains(call)
        || call.contains(" /api/app/")
            && UNDOCUMENTED_PATHS.stream().anyMatch(path -> path.matcher(call).find());
  }

  /**
   * The path as a file has it. Mixpanel answers the paths of some families only with a slash at
   * their end, which no file shows, and experiments of a project without a workspace, too.
   */
  static String documentedPath(String path) {
    return path.replaceAll("/$", "")
        .replaceAll("/projects/(\\d+)/experiments", "/workspaces/$1/experiments");
  }

  static boolean explains(String call, String fault) {
    return DEVIATIONS.stream().anyMatch(d -> d.call().equals(call) && fault.contains(d.fault()));
  }
}
