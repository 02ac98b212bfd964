package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on annotations. */
final class AnnotationPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_annotations",
              Presentation.examples(
                      "mp annotations list",
                      "mp annotations list --from 2026-01-01 --to 2026-01-31 --tags 1,2")
                  .columns("id", "date", "description", "tags")),
          entry("get_annotation", Presentation.examples("mp annotations get 42")),
          entry(
              "create_annotation",
              Presentation.examples(
                  "mp annotations create --date 2026-01-31 --description \"Version 2\"",
                  "mp annotations create --json annotation.json --dry-run")),
          entry(
              "update_annotation",
              Presentation.examples("mp annotations update 42 --description \"Version 2.1\"")),
          entry(
              "delete_annotation",
              Presentation.examples("mp annotations delete 42", "mp annotations delete 42 --yes")),
          entry("list_annotation_tags", Presentation.examples("mp annotations tags list")),
          entry(
              "create_annotation_tag",
              Presentation.examples("mp annotations tags create --name releases")));

  private AnnotationPresentations() {}
}
