package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.ReportOperations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReportTargetTest {
  private static ReportTarget bound(Map<String, ?> arguments) {
    return ReportTarget.of(arguments, UnaryOperator.identity());
  }

  @Test
  void whatIsNotGivenIsUsual() {
    assertThat(bound(Map.of())).isEqualTo(ReportTarget.USUAL);
  }

  @Test
  void everyPartCanBeGivenByName() {
    assertThat(
            bound(
                Map.of(
                    "local", "jan",
                    "timezone", "Europe/Berlin",
                    "profiles", "people",
                    "cohort", "did Purchase",
                    "by_cohort", List.of("did Login"),
                    "gaps", true)))
        .isEqualTo(
            ReportTarget.ofTable("jan")
                .with(
                    target ->
                        target
                            .timezone("Europe/Berlin")
                            .profiles("people")
                            .cohort("did Purchase")
                            .byCohort(List.of("did Login"))
                            .gaps(true)));
    assertThat(bound(Map.of("source", "auto"))).isEqualTo(ReportTarget.of(ReportSource.AUTO));
  }

  @Test
  void aTextIsOneCohortWhateverItsCommas() {
    assertThat(bound(Map.of("by_cohort", "did Sign up, at last")).byCohort())
        .containsExactly("did Sign up, at last");
  }

  @Test
  void aDefaultSourceGivesWayToOneThatIsGivenAndToATable() {
    assertThat(ReportTarget.USUAL.orSource(ReportSource.AUTO).source()).contains(ReportSource.AUTO);
    assertThat(ReportTarget.of(ReportSource.LIVE).orSource(ReportSource.AUTO).source())
        .contains(ReportSource.LIVE);
    assertThat(ReportTarget.ofTable("jan").orSource(ReportSource.AUTO).source())
        .isEqualTo(Optional.empty());
  }

  @Test
  void whatCannotBeHadTogetherIsRefused() {
    assertThatThrownBy(() -> ReportTarget.ofTable("jan").with(t -> t.source(ReportSource.AUTO)))
        .hasMessageContaining("are given");
    assertThatThrownBy(() -> ReportTarget.USUAL.with(t -> t.cohort("in cohort 0")))
        .hasMessageContaining("cohort is 0");
    assertThatThrownBy(() -> bound(Map.of("timezone", "Mars/Phobos")))
        .hasMessageContaining("Mars/Phobos");
  }

  /** Both stand beside each other as options and arguments. */
  @Test
  void noReportHasAParameterOfTheTargetsNames() {
    List<String> targets =
        Binder.parameters(ReportTarget.class).stream().map(ParameterDescription::name).toList();
    for (OperationSpec<?, ?> report : ReportOperations.all()) {
      assertThat(report.is(Trait.REPORT)).isTrue();
      assertThat(report.parameters())
          .as(report.id())
          .extracting(ParameterDescription::name)
          .doesNotContainAnyElementsOf(targets);
    }
  }
}
