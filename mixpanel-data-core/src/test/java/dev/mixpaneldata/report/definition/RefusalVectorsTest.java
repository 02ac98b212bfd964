package dev.mixpaneldata.report.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.profile.ProfileStatisticsRequest;
import dev.mixpaneldata.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Mixpanel's Python package refuses is refused here too, before any call. Those of its cases
 * that requests here cannot even write are listed with the reason.
 */
class RefusalVectorsTest {
  /** Why a case does not apply, by the package's code of its first error. */
  private static final Map<String, String> DOES_NOT_APPLY =
      Map.of(
          "CP2_EMPTY_FORMULA", "a formula is an expression, and an empty one is not read",
          "CP3_EMPTY_INPUTS", "the properties of a formula are those that the expression reads",
          "CP4_INVALID_INPUT_KEY", "the letters of a formula are given here",
          "CP5_FORMULA_TOO_LONG", "a formula that long is beyond the depth of expressions",
          "CB3_RETENTION_MIXED_BREAKDOWN", "retention is split by one property",
          "U4", "an empty list of ids is no list, as if it was left out",
          "U12", "a cohort of other users is sent by its definition",
          "U13", "one cohort can be given",
          "U23", "the number of parallel calls is not a parameter",
          "U_FILTER", "a text and a number are compared as the expression language says");

  /** The parameters of the package that the request of its kind does not have, with the code. */
  private static final Map<String, String> NO_SUCH_PARAMETER =
      Map.of("U16", "segment_by", "U21", "distinct_id", "U22", "properties");

  /** The part of the message that names the mistake, by the package's code. */
  private static final Map<String, String> NAMED =
      Map.of(
          "CP1_INVALID_ID", "custom property is",
          "V27_HISTOGRAM_REQUIRES_PER_USER", "histogram needs per_user",
          "V1_MATH_REQUIRES_PROPERTY", "needs a property",
          "V26_PERCENTILE_REQUIRES_VALUE", "needs a percentile",
          "U15", "not about a property",
          "U14", "No property",
          "U7", "no cohort is given",
          "U6", "not-a-date");

  record Case(String call, JsonNode input, String code) {
    @Override
    public String toString() {
      String text = code + " " + input;
      return text.substring(0, Math.min(160, text.length()));
    }
  }

  static Stream<Case> cases() {
    try (InputStream file =
        Objects.requireNonNull(RefusalVectorsTest.class.getResourceAsStream("refusals.jsonl"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Mappers::read)
          .map(
              line ->
                  new Case(
                      line.path("call").asText(),
                      line.path("input"),
                      line.path("expect")
                          .path("error")
                          .path("errors")
                          .path(0)
                          .path("code")
                          .asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Case> refused() {
    return cases()
        .filter(c -> !DOES_NOT_APPLY.containsKey(c.code()))
        .filter(c -> !NO_SUCH_PARAMETER.containsKey(c.code()));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedBeforeTheCall(Case wrong) {
    assertThatThrownBy(() -> make(wrong))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e).hasMessageContaining(NAMED.get(wrong.code()));
            });
  }

  @Test
  void everyCaseIsRefusedOrHasAReason() {
    assertThat(cases().map(Case::code))
        .allMatch(
            code ->
                NAMED.containsKey(code)
                    || DOES_NOT_APPLY.containsKey(code)
                    || NO_SUCH_PARAMETER.containsKey(code));
  }

  @Test
  void parametersThatAReportOfProfilesDoesNotHaveAreRefused() {
    for (Case wrong : cases().filter(c -> NO_SUCH_PARAMETER.containsKey(c.code())).toList()) {
      String parameter = Objects.requireNonNull(NO_SUCH_PARAMETER.get(wrong.code()));
      assertThat(wrong.input().has(parameter)).as(wrong.toString()).isTrue();
      Class<? extends Record> request =
          wrong.code().equals("U16") ? ProfileQuery.class : ProfileStatisticsRequest.class;
      assertThatThrownBy(() -> Binder.bind(request, Map.of(parameter, "x")))
          .hasMessageContaining(parameter);
    }
  }

  private static void make(Case wrong) {
    switch (wrong.call()) {
      case "workspace.build_params" ->
          Definitions.of(Report.INSIGHTS, PeerInput.insights(wrong.input()));
      case "workspace.build_funnel_params" ->
          Definitions.of(Report.FUNNEL, PeerInput.funnel(wrong.input()));
      case "workspace.build_retention_params" ->
          Definitions.of(Report.RETENTION, PeerInput.retention(wrong.input()));
      default -> Binder.bind(profiles(wrong.input()), arguments(wrong.input()));
    }
  }

  private static Class<? extends Record> profiles(JsonNode input) {
    return input.path("mode").asText().equals("aggregate")
        ? ProfileStatisticsRequest.class
        : ProfileQuery.class;
  }

  /** Returns the arguments under the names that they have here. */
  private static Map<String, Object> arguments(JsonNode input) {
    Map<String, Object> arguments = new HashMap<>();
    input
        .properties()
        .forEach(
            field -> {
              String name =
                  field.getKey().equals("aggregate_property") ? "property" : field.getKey();
              if (!name.equals("mode")) {
                arguments.put(
                    name,
                    field.getValue().isBoolean()
                        ? (Object) field.getValue().booleanValue()
                        : field.getValue().asText());
              }
            });
    return arguments;
  }
}
