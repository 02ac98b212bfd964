package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.value.DateRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void nobodyBecomesSomebodyByTheOrderOfWords() {
    assertThat(Cohort.parse("did not Sign Up"))
        .isEqualTo(did(EventSelector.of("Sign Up"), 1, Optional.empty()).others());
    assertThat(Cohort.parse("not did not Sign Up"))
        .isEqualTo(did(EventSelector.of("Sign Up"), 1, Optional.empty()));
  }

  @Test
  void cohortsOfMixpanelHaveTheirIdOrTheirDefinition() {
    assertThat(Cohort.parse("in cohort 7")).isEqualTo(new Cohort.Saved(7));
    assertThat(Cohort.parse("not in cohort 7 named Power Users"))
        .isEqualTo(new Cohort.Named("Power Users", new Cohort.Saved(7).others()));
    assertThat(Cohort.parse("{\"selector\": {}, \"behaviors\": {}}").isMixpanels()).isTrue();
    assertThat(Cohort.parse("not {\"selector\": {}, \"behaviors\": {}}"))
        .isEqualTo(Cohort.parse("{\"selector\": {}, \"behaviors\": {}}").others());
    assertThat(Cohort.parse("did \"a named b\"").isMixpanels()).isFalse();
    assertThat(Cohort.parse("did \"a named b\""))
        .isEqualTo(did(EventSelector.of("a named b"), 1, Optional.empty()));
    assertThatThrownBy(() -> Cohort.parse("in cohort -3")).hasMessageContaining("is -3");
    assertThatThrownBy(() -> Cohort.parse("{\"behaviors\": {}}")).hasMessageContaining("selector");
  }

  @Test
  void datesAfterTheEventAreItsDays() {
    assertThat(Cohort.parse("did Buy at least 3 times from 2026-08-01 to 2026-08-10"))
        .isEqualTo(
            new Cohort.Behavior(
                EventSelector.of("Buy"), 3, DateRange.of("2026-08-01", "2026-08-10")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did Buy since 2026-08-01",
        "did Buy more than 3 times",
        "did Buy exactly 2 times",
        "did Buy 3 times",
        "did Buy >= 3",
        "did Buy between 2026-08-01 and 2026-08-10",
        "did Buy at most 2 times in the last 3 days",
        "did Buy in the past month",
        "did Buy where plan == 1",
        "did Buy twice",
        "did Buy in the last 3 days from 2026-08-01 to 2026-08-02"
      })
  void aRestThatIsNotUnderstoodIsNoNameOfAnEvent(String text) {
    assertThatThrownBy(() -> Cohort.parse(text))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Add to Cart", "Log in on Web", "Step 3", "Opened 2nd Time"})
  void namesOfSeveralWordsStayNames(String event) {
    assertThat(Cohort.parse("did " + event))
        .isEqualTo(did(EventSelector.of(event), 1, Optional.empty()));
  }

  @Test
  void quotesHoldAnyName() {
    assertThat(Cohort.parse("did \"Buy 3 times\" at least 2 times"))
        .isEqualTo(did(EventSelector.of("Buy 3 times"), 2, Optional.empty()));
  }

  @Test
  void whatProfilesSayIsAnExpression() {
    assertThat(Cohort.parse("properties[\"plan\"] == \"pro\""))
        .isEqualTo(Cohort.ofProfiles("properties[\"plan\"] == \"pro\""));
  }

  @Test
  void anythingElseIsRefusedWithBothForms() {
    assertThatThrownBy(() -> Cohort.parse("bought twice"))
        .hasMessageContaining("cohort: Cannot read the expression at character 8")
        .extracting(e -> ((MixpanelDataException) e).hint().orElseThrow())
        .asString()
        .contains("did EVENT at least 3 times");
    assertThatThrownBy(() -> Cohort.parse("did Buy at least 0 times"))
        .hasMessageContaining("are all users");
    assertThatThrownBy(() -> Cohort.parse("did Buy in the last 0 days"))
        .hasMessageContaining("empty");
  }
}
