package dev.mixpaneldata.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserErrorTest {
  private static MixpanelDataException refusal(String text) {
    MixpanelDataException refusal =
        catchThrowableOfType(MixpanelDataException.class, () -> Expression.parse(text));
    assertThat(refusal).as(text).isNotNull();
    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    return refusal;
  }

  @Test
  void theMessageShowsThePlaceUnderTheText() {
    MixpanelDataException refusal = refusal("properties[\"plan\"] = \"pro\"");
    assertThat(refusal)
        .hasMessage(
            """
            Cannot read the expression at character 20: '=' has no meaning here.
              properties["plan"] = "pro"
                                 ^\
            """);
    assertThat(refusal.hint()).hasValue("Use == for equality.");
  }

  @Test
  void onlyTheLineOfThePlaceIsShown() {
    assertThat(refusal("properties[\"a\"]\n  == amount\nand true"))
        .hasMessage(
            """
            Cannot read the expression at character 22: expected a value, found 'amount'.
                == amount
                   ^\
            """);
  }

  @Test
  void longLinesAreCutAndWideCharactersCountOnce() {
    String text = "\"" + "😀".repeat(200) + "\" == amount " + "or true ".repeat(40);
    assertThat(String.valueOf(refusal(text).getMessage()).lines().toList())
        .satisfies(
            lines -> {
              assertThat(lines.get(1)).startsWith("  ...😀").endsWith("...");
              int caret = lines.get(2).indexOf('^');
              assertThat(lines.get(1).codePointAt(lines.get(1).offsetByCodePoints(0, caret)))
                  .isEqualTo('a');
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // text ~ character ~ part of the message ~ part of the hint
        "amount > 10~1~expected a value, found 'amount'~properties[\"amount\"]",
        "$city == \"Oslo\"~1~found '$city'~properties[\"$city\"]",
        "2fa == true~1~'2fa' is neither~properties[\"2fa\"]",
        "true && true~6~'&&'~Write and.",
        "true || true~6~'||'~Write or.",
        "true & true~6~'&'~Write and.",
        "true === true~6~'==='~Use == for equality.",
        "1 <> 2~3~'<>'~!=",
        "!true~1~'!'~not",
        "true AND true~6~found 'AND'~lower case: and",
        "true OR true~6~found 'OR'~lower case: or",
        "NOT true~1~found 'NOT'~lower case: not",
        "NOT (true)~1~found 'NOT'~lower case: not",
        "1 IN [1]~3~found 'IN'~lower case: in",
        "TRUE~1~found 'TRUE'~lower case: true",
        "None~1~found 'None'~null",
        "Properties[\"a\"]~1~found 'Properties'~properties[\"name\"], in lower case",
        "properties[amount]~12~expected a name in quotes, found 'amount'~properties[\"amount\"]",
        "properties(\"a\")~11~expected '['~properties[\"name\"]",
        "properties.amount~11~'.'~properties",
        "properties[\"a\" == 1~16~expected ']', found '=='~",
        "properties[\"a] == 1~12~never closed~\\\"",
        "\"a~1~never closed~Close it with \"",
        "'a\"~1~never closed~Close it with '",
        "\u201ca\u201d~1~'\u201c'~straight double quotes",
        "\"a\\d\"~3~unknown escape '\\d'~\\\\",
        "properties[\"a\"] contains \"x\"~17~found 'contains'~\"text\" in properties",
        "properties[\"a\"] is null~17~found 'is'~defined(",
        "properties[\"a\"] like \"x\"~17~found 'like'~in properties",
        "properties[\"a\"] between 1 and 2~17~found 'between'~>= 1 and",
        "1 < 2 < 3~7~cannot be chained~and",
        "1 == 2 not in [3]~8~cannot be chained~and",
        "1 not 2~7~expected 'in' after 'not'~not a == b",
        "1 == not true~6~found 'not'~parentheses",
        "(true~6~expected ')', found the end~",
        "true)~5~found ')'~Remove it",
        "[1, ]~5~expected a value, found ']'~",
        "[1 2]~4~expected ',' or ']', found the number 2~",
        "1 +~4~expected a value, found the end~missing",
        "datetime(now - 5)~10~found 'now'~upper case",
        "datetime(NOW() - 5)~13~found '('~",
        "5.~3~expected a digit~5.0",
        ".5~1~'.'~0.5",
        "1e999~1~larger than a double~1.7e308",
        "number()~1~number takes 1 argument, not 0.~",
        "has_prefix(\"a\")~1~has_prefix takes 2 arguments, not 1.~",
        "defined(1, 2)~10~expected ')', found ','~",
        "properties[\"a\"][-1]~17~expected a key in quotes or a position~[0]",
        "properties[\"a\"][1.5]~17~expected a key in quotes or a position~[0]",
        "{}~1~'{'~double quotes",
      })
  void namesThePlaceTheExpectationAndTheRemedy(
      String text, int character, String message, String hint) {
    MixpanelDataException refusal = refusal(text);
    assertThat(refusal)
        .hasMessageStartingWith("Cannot read the expression at character " + character + ": ")
        .hasMessageContaining(message);
    assertThat(refusal.hint().orElseThrow()).contains(hint == null ? "" : hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n"})
  void anEmptyTextIsNoExpression(String text) {
    assertThat(refusal(text)).hasMessageContaining("it is empty");
  }

  @Test
  void bottomlessNestingIsRefusedAndDoesNotOverflow() {
    for (String opening : new String[] {"(", "[", "-", "not ", "f(", "defined(", "defined "}) {
      assertThat(refusal(opening.repeat(100_000))).as(opening).hasMessageContaining("100 levels");
    }
    assertThat(refusal("1" + "+1".repeat(100_000))).hasMessageContaining("100 levels");
    assertThat(refusal("-".repeat(100) + "1")).hasMessageContaining("100 levels");
  }
}
