package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.catalogue.FetchOperations;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.report.ReportTarget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Parameters whose values stand in the project are chosen from there, on every form. */
class PickersTest {
  private static final Map<Suggested, List<String>> NAMES =
      Map.of(
          Suggested.EVENTS,
          List.of("event", "events", "born_event", "return_event", "hidden", "steps", "metrics"),
          Suggested.PROPERTIES,
          List.of("on", "property", "property_name", "properties", "hold_constant", "by"),
          Suggested.VALUES,
          List.of("values"),
          Suggested.FILTER,
          List.of("where", "born_where", "return_where"),
          Suggested.COHORT,
          List.of("cohort", "by_cohort"),
          Suggested.TABLES,
          List.of("local", "profiles"),
          Suggested.USERS,
          List.of("distinct_ids"));

  private static Stream<ParameterDescription> parameters() {
    return Stream.of(
            Forms.reports().stream().flatMap(report -> report.parameters().stream()),
            Stream.of(
                    FetchOperations.FETCH_EVENTS,
                    FetchOperations.SYNC_TABLE,
                    FetchOperations.FETCH_PROFILES)
                .flatMap(fetch -> fetch.spec().parameters().stream()),
            Binder.parameters(ReportTarget.class).stream())
        .flatMap(all -> all);
  }

  @Test
  void parametersOfTheseNamesAreChosen() {
    NAMES.forEach(
        (suggested, names) ->
            assertThat(parameters().filter(p -> names.contains(p.name())))
                .as(suggested.name())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.suggests()).as(p.name()).isEqualTo(suggested)));
  }
}
