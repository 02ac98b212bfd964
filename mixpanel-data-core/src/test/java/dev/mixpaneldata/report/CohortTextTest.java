package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CohortTextTest {
  private static Cohort did(EventSelector event, int atLeast, Optional<Integer> days) {
    return new Cohort.RecentBehavior(event, atLeast, days);
  }

  @Test
  void whatUsersDidIsASentence() {
    assertThat(Cohort.parse("did Sign Up"))
        .isEqualTo(did(EventSelector.of("Sign Up"), 1, Optional.empty()));
    assertThat(Cohort.parse("did Buy at least 3 times in the last 30 days"))
        .isEqualTo(did(EventSelector.of("Buy"), 3, Optional.of(30)));
    assertThat(Cohort.parse("did Buy in the last 1 day"))
        .isEqualTo(did(EventSelector.of("Buy"), 1, Optional.of(1)));
    assertThat(Cohort.parse("not did Buy[properties[\"a\"] == \"in the last 2 days\"]"))
        .isEqualTo(
            did(
                    new EventSelector(
                        "Buy", Optional.of("properties[\"a\"] == \"in the last 2 days\"")),
                    1,
                    Optional.empty())
                .others());
  }

  @Test
  void whatProfilesSayIsAnExpression() {
    assertThat(Cohort.parse("properties[\"plan\"] == \"pro\""))
        .isEqualTo(Cohort.ofProfiles("properties[\"plan\"] == \"pro\""));
  }

  @Test
  void anythingElseIsRefusedWithBothForms() {
    assertThatThrownBy(() -> Cohort.parse("bought twice"))
        .hasMessageContaining("cohort: Cannot read the expression at character 1")
        .extracting(e -> ((MixpanelDataException) e).hint().orElseThrow())
        .asString()
        .contains("did EVENT at least 3 times");
    assertThatThrownBy(() -> Cohort.parse("did Buy at least 0 times"))
        .hasMessageContaining("are all users");
    assertThatThrownBy(() -> Cohort.parse("did Buy in the last 0 days"))
        .hasMessageContaining("empty");
  }
}
