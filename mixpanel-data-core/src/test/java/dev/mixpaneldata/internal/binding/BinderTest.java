package dev.mixpaneldata.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinderTest {
  enum Unit {
    DAY,
    HALF_YEAR
  }

  record Everything(
      @Param(help = "text") String bornEvent,
      @Param(help = "int", defaultValue = "7") int count,
      @Param(help = "long") Optional<Long> big,
      @Param(help = "double") Optional<Double> ratio,
      @Param(help = "flag") boolean strict,
      @Param(help = "choice", defaultValue = "day") Unit unit,
      @Param(help = "list") List<String> events,
      @Param(help = "units") List<Unit> units,
      @Param(help = "time") Optional<Duration> patience,
      @Param(help = "json") Optional<Json> filter,
      @Flatten DateRange range) {}

  record Ranged(@Flatten Optional<DateRange> range, @Param(help = "name") String name) {}

  private static Everything bind(@Nullable Object... pairs) {
    Map<String, @Nullable Object> arguments = new HashMap<>();
    arguments.put("born_event", "Sign up");
    arguments.put("from_date", "2026-01-01");
    arguments.put("to_date", "2026-01-31");
    for (int i = 0; i < pairs.length; i += 2) {
      arguments.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return Binder.bind(Everything.class, arguments);
  }

  @Test
  void whatIsNotGivenTakesItsDefault() {
    assertThat(bind())
        .isEqualTo(
            new Everything(
                "Sign up",
                7,
                Optional.empty(),
                Optional.empty(),
                false,
                Unit.DAY,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                DateRange.of("2026-01-01", "2026-01-31")));
  }

  @Test
  void textBecomesTheTypeOfItsComponent() {
    Everything bound =
        bind(
            "count",
            "12",
            "big",
            "9007199254740993",
            "ratio",
            "0.25",
            "strict",
            "TRUE",
            "unit",
            "Half-Year",
            "events",
            "A, B",
            "units",
            "day,half_year",
            "patience",
            "1h30m",
            "filter",
            "{\"a\": 1.10}");
    assertThat(bound.count()).isEqualTo(12);
    assertThat(bound.big()).contains(9007199254740993L);
    assertThat(bound.ratio()).contains(0.25);
    assertThat(bound.strict()).isTrue();
    assertThat(bound.unit()).isEqualTo(Unit.HALF_YEAR);
    assertThat(bound.events()).containsExactly("A", "B");
    assertThat(bound.units()).containsExactly(Unit.DAY, Unit.HALF_YEAR);
    assertThat(bound.patience()).contains(Duration.ofMinutes(90));
    assertThat(bound.filter()).contains(new Json("{\"a\": 1.10}"));
  }

  @Test
  void parsedJsonBecomesTheTypeOfItsComponent() {
    Everything bound =
        bind(
            "count",
            new BigDecimal("5.0"),
            "strict",
            true,
            "events",
            List.of("A, B"),
            "filter",
            Map.of("a", List.of(1)));
    assertThat(bound.count()).isEqualTo(5);
    assertThat(bound.strict()).isTrue();
    assertThat(bound.events()).containsExactly("A, B");
    assertThat(bound.filter()).contains(new Json("{\"a\":[1]}"));
  }

  @Test
  void aNameWithACommaIsGivenInAJsonList() {
    assertThat(bind("events", "[\"A, B\", \"C\"]").events()).containsExactly("A, B", "C");
  }

  @Test
  void nullAndBlankCountAsNotGivenWhereTheyMay() {
    assertThat(bind("big", null, "count", " ").count()).isEqualTo(7);
    assertThatThrownBy(() -> bind("born_event", null)).hasMessage("born_event is missing.");
  }

  @ParameterizedTest
  @CsvSource({"90,90", "90s,90", "5m,300", "2h,7200", "PT1M,60", "1h1m1s,3661"})
  void lengthsOfTimeInManyForms(String text, long seconds) {
    assertThat(bind("patience", text).patience()).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "2147483648", "1e999999999", "ten", "0x10", "1_0"})
  void whatIsNoIntIsRefusedWithTheText(String text) {
    assertThatThrownBy(() -> bind("count", text))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("count takes a")
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void allMistakesAreReportedTogether() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("count", "x");
    arguments.put("unit", "week");
    arguments.put("from_date", "31.1.2026");
    arguments.put("to_date", "2026-01-31");
    arguments.put("evnts", "A");
    assertThatThrownBy(() -> Binder.bind(Everything.class, arguments, n -> "--" + n))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessageContaining("--evnts is unknown; known are: --born_event, --count")
        .hasMessageContaining("--born_event is missing.")
        .hasMessageContaining("--count takes a number, not 'x'.")
        .hasMessageContaining("--unit takes one of day, half_year, not 'week'.")
        .hasMessageContaining("--from_date takes a day such as 2026-01-31, not '31.1.2026'.");
  }

  @Test
  void aRefusalOfTheRecordItselfKeepsItsHint() {
    assertThatThrownBy(() -> bind("from_date", "2026-02-01"))
        .isInstanceOfSatisfying(MixpanelDataException.class, e -> assertThat(e.hint()).isPresent())
        .hasMessageContaining("ends before it begins");
  }

  @Test
  void anOptionalRangeIsAbsentOrWhole() {
    assertThat(Binder.bind(Ranged.class, Map.of("name", "x")).range()).isEmpty();
    assertThat(
            Binder.bind(
                    Ranged.class,
                    Map.of("name", "x", "from_date", "2026-01-01", "to_date", "2026-01-02"))
                .range()
                .map(DateRange::to))
        .contains(LocalDate.of(2026, 1, 2));
    assertThatThrownBy(
            () -> Binder.bind(Ranged.class, Map.of("name", "x", "from_date", "2026-01-01")))
        .hasMessage("to_date is missing.");
  }

  @Test
  void oneValueIsNotAList() {
    assertThatThrownBy(() -> bind("born_event", Arrays.asList("A", "B")))
        .hasMessage("born_event takes one value, not [\"A\",\"B\"].");
  }

  @Test
  void aParameterThatIsGivenUnderTwoNamesIsRefused() {
    Map<String, Object> both = Map.of("distinct_ids", List.of("a"), "distinct_id", "b");
    assertThatThrownBy(() -> Binder.bind(ProfileQuery.class, both))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessage("distinct_ids and distinct_id mean the same; give one of them.");
  }
}
