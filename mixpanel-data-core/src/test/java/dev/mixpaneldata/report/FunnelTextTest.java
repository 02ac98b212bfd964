package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and windows as they are typed. */
class FunnelTextTest {
  private static FunnelRequest bind(Object... pairs) {
    Map<String, Object> arguments = new TreeMap<>();
    arguments.put("from_date", "2026-01-01");
    arguments.put("to_date", "2026-01-31");
    arguments.put("steps", List.of("Signup", "Purchase"));
    for (int i = 0; i < pairs.length; i += 2) {
      arguments.put(pairs[i].toString(), pairs[i + 1]);
    }
    return Binder.bind(FunnelRequest.class, arguments);
  }

  private static EventSelector selector(String event, String where) {
    return new EventSelector(event, Optional.of(where));
  }

  @Test
  void aStepIsAnEventWithAFilterInBrackets() {
    assertThat(EventSelector.parse(" Purchase [properties[\"amount\"] > 10] "))
        .isEqualTo(selector("Purchase", "properties[\"amount\"] > 10"));
    assertThat(EventSelector.parse("Purchase")).isEqualTo(EventSelector.of("Purchase"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[beta] Open", "Open [beta] page", "2\" pipe", "$custom"})
  void otherBracketsAndQuotesBelongToTheName(String name) {
    assertThat(EventSelector.parse(name)).isEqualTo(EventSelector.of(name));
  }

  @Test
  void aMistakeInTheFilterIsShownInTheWholeStep() {
    assertThatThrownBy(() -> EventSelector.parse("Buy[properties[\"a\" > 10]"))
        .hasMessageContaining("at character 20")
        .hasMessageContaining("\n  Buy[properties[\"a\" > 10]\n                     ^")
        .extracting(e -> ((MixpanelDataException) e).hint().orElseThrow())
        .asString()
        .contains("{\"event\": \"…\"}");
    assertThatThrownBy(() -> EventSelector.parse("Buy[properties[\"a\"] > 10"))
        .hasMessageContaining("not closed");
  }

  @Test
  void stepsComeAsOneTextAsTextsOrAsObjects() {
    List<EventSelector> steps =
        List.of(EventSelector.of("Signup"), selector("Buy", "properties[\"a\"] in [1, 2]"));

    assertThat(bind("steps", "Signup, Buy[properties[\"a\"] in [1, 2]]").steps()).isEqualTo(steps);
    assertThat(bind("steps", List.of("Signup", "Buy[properties[\"a\"] in [1, 2]]")).steps())
        .isEqualTo(steps);
    assertThat(
            bind(
                    "steps",
                    List.of(
                        "Signup", Map.of("event", "Buy", "where", "properties[\"a\"] in [1, 2]")))
                .steps())
        .isEqualTo(steps);
  }

  @Test
  void exclusionsAreTypedLikeSteps() {
    assertThat(bind("exclusions", "Cancel[properties[\"a\"] == 1]").exclusions())
        .containsExactly(
            new Exclusion(
                "Cancel",
                Optional.of("properties[\"a\"] == 1"),
                Optional.empty(),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"90s,90,SECOND", "30m,30,MINUTE", "12H,12,HOUR", "7d,7,DAY", "2 w,2,WEEK"})
  void aWindowIsANumberAndALetter(String text, int length, WindowUnit unit) {
    assertThat(bind("window", text).window()).contains(new ConversionWindow(length, unit));
  }

  @Test
  void aWindowHasItsPartsToo() {
    assertThat(bind("length", 12, "length_unit", "hour").window())
        .contains(new ConversionWindow(12, WindowUnit.HOUR));
    assertThat(bind().window()).isEmpty();
    assertThatThrownBy(() -> bind("window", "7d", "length", 7))
        .hasMessageContaining("window and length mean the same");
    assertThatThrownBy(() -> bind("window", "7 days")).hasMessageContaining("'7 days'");
    assertThatThrownBy(() -> bind("window", "367d")).hasMessageContaining("367 days");
  }
}
