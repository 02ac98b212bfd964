package dev.mixpaneldata.expression;

import static dev.mixpaneldata.expression.Expression.literal;
import static dev.mixpaneldata.expression.Expression.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionBuilderTest {
  private static final Accessor A = property("a");
  private static final Instant JUNE = Instant.parse("2024-06-01T00:00:00Z");

  static Stream<Arguments> built() {
    return Stream.of(
        arguments(
            property("plan").equalTo("premium").and(property("amount").greaterThan(10)),
            "properties[\"plan\"] == \"premium\" and properties[\"amount\"] > 10"),
        arguments(Expression.userProperty("$email").isDefined(), "defined(user[\"$email\"])"),
        arguments(A.equalTo(1), "properties[\"a\"] == 1"),
        arguments(A.equalTo(true), "properties[\"a\"] == true"),
        arguments(A.notEqualTo("x"), "properties[\"a\"] != \"x\""),
        arguments(A.notEqualTo(1.5), "properties[\"a\"] != 1.5"),
        arguments(A.notEqualTo(false), "properties[\"a\"] != false"),
        arguments(A.lessThan(1), "properties[\"a\"] < 1"),
        arguments(A.atMost(1), "properties[\"a\"] <= 1"),
        arguments(A.greaterThan(1), "properties[\"a\"] > 1"),
        arguments(A.atLeast(1), "properties[\"a\"] >= 1"),
        arguments(A.between(1, 9), "properties[\"a\"] >= 1 and properties[\"a\"] <= 9"),
        arguments(
            A.in(List.of("x", 2, true, property("b"))),
            "properties[\"a\"] in [\"x\", 2, true, properties[\"b\"]]"),
        arguments(A.contains("x"), "\"x\" in properties[\"a\"]"),
        arguments(Expression.not(A.contains("x")), "not \"x\" in properties[\"a\"]"),
        arguments(Expression.eventTime().after(JUNE), "event[\"$time\"] > datetime(1717200000000)"),
        arguments(A.before(JUNE), "properties[\"a\"] < datetime(1717200000000)"),
        arguments(
            A.before(LocalDateTime.of(2026, 1, 10, 0, 0)),
            "properties[\"a\"] < datetime(\"2026-01-10T00:00:00\")"),
        arguments(
            A.after(LocalDateTime.of(2026, 1, 10, 23, 59, 58)),
            "properties[\"a\"] > datetime(\"2026-01-10T23:59:58\")"),
        arguments(
            A.equalTo("x").or(A.equalTo("y")).and(A.isDefined()),
            "(properties[\"a\"] == \"x\" or properties[\"a\"] == \"y\") and"
                + " defined(properties[\"a\"])"),
        arguments(
            Expression.call(FunctionName.FLOOR, A.with(InfixOperator.DIVIDE, literal(10))),
            "floor(properties[\"a\"] / 10)"),
        arguments(A.at("b").at(2), "properties[\"a\"][\"b\"][2]"),
        arguments(
            property("say \"hi\" \\o/").isDefined(),
            "defined(properties[\"say \\\"hi\\\" \\\\o/\"])"));
  }

  @ParameterizedTest
  @MethodSource("built")
  void hasTheTextThatIsReadAsTheSame(Expression expression, String text) {
    assertThat(expression.text()).isEqualTo(text);
    assertThat(expression).hasToString(text);
    assertThat(Expression.parse(text)).isEqualTo(expression);
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        arguments(10, "10"),
        arguments(-10L, "-10"),
        arguments(10.0, "10"),
        arguments(0.1f, "0.1"),
        arguments(-0.0, "0"),
        arguments(1e21, "1000000000000000000000"),
        arguments(1e-7, "0.0000001"),
        arguments(Long.MIN_VALUE, "-9223372036854775808"),
        arguments(new BigDecimal("1.50"), "1.50"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void numbersAreWrittenWithoutExponents(Number number, String text) {
    assertThat(literal(number)).hasToString(text);
    assertThat(Expression.parse(text)).isEqualTo(literal(number));
  }

  @Test
  void unusualValuesAreRefused() {
    assertThatThrownBy(() -> literal(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> literal(new BigDecimal("1e400"))).hasMessageContaining("1E+400");
    assertThatThrownBy(() -> literal(new BigDecimal("1e-999999999")))
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> A.in(List.of(LocalDate.EPOCH))).hasMessageContaining("LocalDate");
    assertThatThrownBy(() -> new FunctionCall("and", List.of())).hasMessageContaining("'and'");
    assertThatThrownBy(() -> Expression.call(FunctionName.HAS_PREFIX, A))
        .hasMessageContaining("has_prefix takes 2 arguments, not 1");
    assertThatThrownBy(() -> new Logical(LogicalOperator.AND, List.of(A)))
        .hasMessageContaining("joins at least two conditions, not 1");
    assertThatThrownBy(() -> A.at(-1)).hasMessageContaining("negative");
    assertThatThrownBy(() -> new NumberLiteral("-1")).hasMessageContaining("'-1'");
  }

  @Test
  void instantsNear1970AreWrittenInSecondsSinceMillisecondsWouldBeMisread() {
    assertThat(Expression.datetime(Instant.ofEpochMilli(1500))).hasToString("datetime(1.5)");
    assertThat(Expression.datetime(Instant.ofEpochMilli(99_999_999_999L)))
        .hasToString("datetime(99999999.999)");
    assertThat(Expression.datetime(Instant.ofEpochMilli(100_000_000_000L)))
        .hasToString("datetime(100000000000)");
    assertThat(Expression.datetime(Instant.EPOCH)).hasToString("datetime(0)");
  }
}
