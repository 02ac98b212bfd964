package dev.mixpaneldata.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupByTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount",
        "$city",
        "plan type",
        "2fa",
        "a.b",
        "true",
        "null",
        "5",
        "x-y",
        "it's",
        "a == b",
        "Price (EUR)",
        "round (1)",
        "properties",
        "user name",
        "my_properties[x]",
        "50% off",
        "\"half",
        " padded ",
        "名前"
      })
  void whatReadsNoPropertyIsTheNameOfOne(String name) {
    assertThat(Expression.on(name)).isEqualTo(Expression.property(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "properties[\"plan\"]",
        "user[\"plan\"]",
        "number(properties[\"a\"])",
        "floor(number(properties[\"a\"]) / 10)",
        "properties[\"a\"] == 1",
        "properties [\"a\"]",
      })
  void whatReadsAPropertyIsAnExpression(String text) {
    assertThat(Expression.on(text)).isEqualTo(Expression.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "properties[\"plan]|never closed",
        "properties[plan]|expected a name in quotes",
        "number(properties[\"a\"]|expected ',' or ')'",
        "\"plan\"|is a constant",
        "'plan'|is a constant",
        "number(age)|reads no property",
        "defined(age)|reads no property",
        "`  `|has no name",
      })
  void whatIsLikelyAMistakeIsRefused(String text, String message) {
    assertThatThrownBy(() -> Expression.on(text)).hasMessageContaining(message);
  }
}
