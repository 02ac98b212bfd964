package dev.mixpaneldata.cli.operation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The presentation of the commands on what Mixpanel's web application manages. */
final class ManagedPresentations {
  /** The presentations of all families. */
  static final Map<String, Presentation> ALL =
      Stream.of(
              AnnotationPresentations.ALL,
              CohortPresentations.ALL,
              DashboardPresentations.ALL,
              BookmarkPresentations.ALL,
              AlertPresentations.ALL,
              ExperimentPresentations.ALL,
              LexiconPresentations.ALL,
              DataQualityPresentations.ALL,
              GovernancePresentations.ALL,
              LookupTablePresentations.ALL,
              IdentityPresentations.ALL,
              PipelinePresentations.ALL,
              AdministrationPresentations.ALL)
          .flatMap(family -> family.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The ids of things that commands work on: arguments without an option. */
  private static final Set<String> ARGUMENTS =
      Set.of(
          "alert_id",
          "experiment_id",
          "flag_id",
          "webhook_id",
          "annotation_id",
          "cohort_id",
          "dashboard_id",
          "request_id",
          "service_account_id",
          "tracking_id",
          "import_id",
          "pipeline");

  private ManagedPresentations() {}

  /** Returns the option of a parameter, or {@code <label>}. */
  static String name(String parameter) {
    return ARGUMENTS.contains(parameter)
        ? "<" + parameter.toUpperCase(Locale.ROOT) + ">"
        : "--" + parameter.replace('_', '-');
  }
}
