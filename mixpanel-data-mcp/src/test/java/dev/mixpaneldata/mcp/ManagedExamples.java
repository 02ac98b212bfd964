package dev.mixpaneldata.mcp;

import dev.mixpaneldata.testkit.SampleEntities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of every tool on what Mixpanel's web application manages, in an order that works. */
final class ManagedExamples {
  private static final long ID = SampleEntities.ID;

  private final Map<String, Map<String, Object>> calls = new LinkedHashMap<>();

  private ManagedExamples() {}

  /** Arguments by tool. */
  static Map<String, Map<String, Object>> all() {
    ManagedExamples examples = new ManagedExamples();
    examples.annotations();
    examples.cohorts();
    return examples.calls;
  }

  private void add(String tool, Object... arguments) {
    calls.put(tool, Answers.arguments(arguments));
  }

  private void annotations() {
    add("list_annotations", "from_date", "2026-01-01");
    add("get_annotation", "annotation_id", ID);
    add("create_annotation", "date", "2026-01-31", "description", "Launch", "tags", List.of(ID));
    add("update_annotation", "annotation_id", ID, "description", "Launch 2");
    add("delete_annotation", "annotation_id", ID, "confirm", true);
    add("list_annotation_tags");
    add("create_annotation_tag", "name", "releases");
  }

  private void cohorts() {
    add("list_cohorts_full");
    add("get_cohort", "cohort_id", 1000);
    add("create_cohort", "name", "Power users", "definition", Map.of("selector", Map.of()));
    add("update_cohort", "cohort_id", 1000, "name", "Active");
    add("bulk_update_cohorts", "entries", List.of(Map.of("id", 1000, "name", "Very active")));
    add("bulk_delete_cohorts", "ids", List.of(1000), "confirm", true);
    add("delete_cohort", "cohort_id", 1001, "confirm", true);
  }
}
