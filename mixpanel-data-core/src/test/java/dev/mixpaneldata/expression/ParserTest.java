package dev.mixpaneldata.expression;

import static dev.mixpaneldata.expression.Expression.property;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static final Expression A = property("a");
  private static final Expression B = property("b");
  private static final Expression C = property("c");

  /** Texts of Mixpanel's reference, of its UI and of clients, all canonical already. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "properties[\"p\"] == \"a\" or properties[\"p\"] == \"b\"",
        "properties[\"p\"] != \"a\" and properties[\"p\"] != \"b\"",
        "\"a\" in properties[\"p\"]",
        "not \"a\" in properties[\"p\"]",
        "\"a\" not in properties[\"p\"]",
        "\"a\" in list(properties[\"p\"])",
        "properties[\"p\"] >= 1 and properties[\"p\"] <= 9",
        "defined(properties[\"p\"])",
        "not defined(properties[\"p\"])",
        "properties[\"p\"] == true",
        "boolean(properties[\"p\"]) == true",
        "properties[\"p\"] in [1, 2, 3, 4]",
        "user[\"$email\"] == \"x@example.org\"",
        "event[\"$time\"] >= datetime(\"2026-01-10T00:00:00\")",
        "properties[\"$time\"] >= datetime(1717200000) and properties[\"$time\"] < datetime(1717203600)",
        "has_prefix(string(user[\"d\"]), \"2016\")",
        "behaviors[\"name\"] > 0",
        "properties[\"a\"][\"b\"][0]",
        "group_properties[\"company\"][\"plan\"] == \"pro\"",
        "properties[\"a\"] == null and properties[\"b\"] != undefined",
        "floor(properties[\"a\"] / 10) * 10",
        "round(number(properties[\"a\"]) % 7) - ceil(1.5)",
        "upper(properties[\"a\"]) == \"X\"",
        "now()",
        "datetime(properties[\"d\"]) >= datetime(NOW - 604800) and datetime(properties[\"d\"]) < datetime(NOW)",
        "[]",
        "-5 - -properties[\"a\"]",
      })
  void readsCanonicalTextsUnchanged(String text) {
    assertThat(Expression.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "defined (properties[\"p\"])|defined(properties[\"p\"])",
        "(defined (properties[\"p\"]))|defined(properties[\"p\"])",
        "defined properties[\"p\"]|defined(properties[\"p\"])",
        "(boolean(properties[\"p\"]) == true)|boolean(properties[\"p\"]) == true",
        "(not \"a\" in (properties[\"p\"]))|not \"a\" in properties[\"p\"]",
        "properties['a']=='it\\'s'|properties[\"a\"] == \"it's\"",
        "((properties[\"a\"]))|properties[\"a\"]",
        "\"\\\\ and \\\"\"|\"\\\\ and \\\"\"",
      })
  void readsOtherSpellings(String text, String canonical) {
    assertThat(Expression.parse(text).text()).isEqualTo(canonical);
  }

  @Test
  void spaceMattersOnlyBetweenWords() {
    assertThat(Expression.parse("  properties [ \"a\" ]\t>=\n-1\u00a0and(true)or false"))
        .hasToString("properties[\"a\"] >= -1 and true or false");
  }

  @Test
  void notBindsLooserThanInAndTighterThanAnd() {
    assertThat(Expression.parse("not properties[\"a\"] in properties[\"b\"] and properties[\"c\"]"))
        .isEqualTo(Expression.not(A.with(InfixOperator.IN, B)).and(C));
  }

  @Test
  void andBindsTighterThanOr() {
    assertThat(Expression.parse("properties[\"a\"] or properties[\"b\"] and properties[\"c\"]"))
        .isEqualTo(A.or(B.and(C)));
  }

  @Test
  void productsBindTighterThanSumsAndSumsThanComparisons() {
    assertThat(Expression.parse("properties[\"a\"] + properties[\"b\"] * properties[\"c\"] == 1"))
        .isEqualTo(A.with(InfixOperator.ADD, B.with(InfixOperator.MULTIPLY, C)).equalTo(1));
  }

  @Test
  void sumsAndProductsGroupToTheLeft() {
    assertThat(Expression.parse("properties[\"a\"] - properties[\"b\"] - properties[\"c\"]"))
        .isEqualTo(A.with(InfixOperator.SUBTRACT, B).with(InfixOperator.SUBTRACT, C));
    assertThat(Expression.parse("properties[\"a\"] / properties[\"b\"] * properties[\"c\"]"))
        .isEqualTo(A.with(InfixOperator.DIVIDE, B).with(InfixOperator.MULTIPLY, C));
  }

  @Test
  void aSignBindsTighterThanAProduct() {
    assertThat(Expression.parse("-properties[\"a\"] * properties[\"b\"]"))
        .isEqualTo(new Unary(PrefixOperator.NEGATE, A).with(InfixOperator.MULTIPLY, B));
  }

  @Test
  void chainsOfConditionsAreFlatAndParenthesesAreKept() {
    assertThat(Expression.parse("properties[\"a\"] or properties[\"b\"] or properties[\"c\"]"))
        .isEqualTo(new Logical(LogicalOperator.OR, List.of(A, B, C)));
    assertThat(Expression.parse("properties[\"a\"] or (properties[\"b\"] or properties[\"c\"])"))
        .isEqualTo(
            new Logical(
                LogicalOperator.OR, List.of(A, new Logical(LogicalOperator.OR, List.of(B, C)))));
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(Expression.parse("1.50")).isEqualTo(new NumberLiteral("1.50"));
    assertThat(Expression.parse("1.50")).isNotEqualTo(new NumberLiteral("1.5"));
    assertThat(new NumberLiteral("1.50").value()).isEqualTo(1.5);
  }

  @Test
  void chainsMayBeLongerThanTreesMayBeDeep() {
    String chain = String.join(" or ", Collections.nCopies(5000, "properties[\"a\"] == 1"));
    assertThat(Expression.parse(chain).text()).isEqualTo(chain);
  }

  @Test
  void treesOfTheGreatestDepthAreRead() {
    Expression tree = A;
    for (int depth = 1; depth < Parser.MAX_DEPTH; depth++) {
      tree = depth % 2 == 0 ? A.equalTo(tree) : Expression.not(tree);
    }
    assertThat(Expression.parse(tree.text())).isEqualTo(tree);
  }
}
