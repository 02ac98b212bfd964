package dev.mixpaneldata.testkit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.expression.HalfRounding;
import dev.mixpaneldata.expression.StringCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the tables in docs/expressions.md. */
class EvaluatorTest {
  private static final String PROPERTIES =
      """
      {"s": "Abc", "n": 5, "f": 2.5, "t": true, "z": null, "e": "", "l": ["a", 1, null],
       "o": {"k": [10, {"x": "deep"}]}, "iso": "2026-01-10T12:30:00", "digits": "12",
       "huge": 1e400, "time": 1767225600, "distinct_id": "u1"}
      """;

  private static final Subject EVENT =
      Subject.event("Sign Up", 1_767_225_600_123L, json(PROPERTIES))
          .withUser(json("{\"$email\": \"x@example.org\"}"));

  private static final ExpressionOptions DEFAULTS = ExpressionOptions.defaults();

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** With {@code $s} for {@code properties["s"]}. */
  private static Expression read(String shorthand) {
    return Expression.parse(shorthand.replaceAll("(?<!\")\\$(\\w+)", "properties[\"$1\"]"));
  }

  private static Value evaluate(String shorthand, ExpressionOptions options) {
    return new Evaluator(options).evaluate(read(shorthand), EVENT);
  }

  private static void assertYields(String shorthand, String constant, ExpressionOptions options) {
    assertThat(evaluate(shorthand, options)).as(shorthand).isEqualTo(evaluate(constant, options));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "$s~\"Abc\"",
        "$n~5",
        "$t~true",
        "$z~null",
        "$nothing~undefined",
        "$huge~undefined",
        "$o[\"k\"][0]~10",
        "$o[\"k\"][1][\"x\"]~\"deep\"",
        "$o[\"k\"][2]~undefined",
        "$o[\"none\"]~undefined",
        "$o[0]~undefined",
        "$l[\"a\"]~undefined",
        "$l[2]~null",
        "$s[0]~undefined",
        "event[\"s\"]~\"Abc\"",
        "user[\"$email\"]~\"x@example.org\"",
        "user[\"$name\"]~undefined",
        "properties[\"$event_name\"]~\"Sign Up\"",
        "properties[\"$distinct_id\"]~\"u1\"",
        "$distinct_id~\"u1\"",
        "event[\"$time\"]~datetime(1767225600123)",
        "$time~datetime(1767225600123)",
      })
  void accessorsReadTheRecord(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "1 + 2~3",
        "\"a\" + \"b\"~\"ab\"",
        "1 + \"b\"~undefined",
        "true + true~undefined",
        "$nothing + 1~undefined",
        "null + \"a\"~undefined",
        "5 - 7~-2",
        "$n * $f~12.5",
        "7 / 2~3.5",
        "1 / 0~undefined",
        "0 / 0~undefined",
        "7 % 3~1",
        "-7 % 3~-1",
        "7 % -3~1",
        "5.5 % 2~1.5",
        "7 % 0~undefined",
        "\"a\" - \"b\"~undefined",
        "\"2\" * 3~undefined",
        "$z / 2~undefined",
        "1e308 * 10~undefined",
        "-$n~-5",
        "-$s~undefined",
        "-$nothing~undefined",
        "0 * -1~0",
      })
  void arithmetic(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "$s == \"Abc\"~true",
        "$s == \"abc\"~false",
        "$n == 5.0~true",
        "$n == \"5\"~false",
        "$t == true~true",
        "$t == 1~false",
        "$z == null~true",
        "$nothing == undefined~true",
        "$z == undefined~false",
        "$nothing == \"x\"~false",
        "$nothing != \"x\"~true",
        "$s != \"Abc\"~false",
        "$n != 5~false",
        "$n != \"5\"~true",
        "$l == \"a\"~false",
        "$l == [\"a\", 1.0, null]~true",
        "$l == [\"a\", null, 1]~false",
        "$l == [\"a\"]~false",
        "$o == $o~true",
        "$o == $l~false",
        "0 == -0.0~true",
        "datetime(1) == datetime(1)~true",
        "datetime(1) == 1~false",
        "datetime($iso) == $iso~false",
      })
  void equalityIsAlwaysBoolean(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "$n < 6~true",
        "$n < 5~false",
        "$n <= 5~true",
        "$n > 5~false",
        "$n >= 5~true",
        "$n > \"4\"~undefined",
        "\"a\" < \"b\"~true",
        "\"B\" < \"a\"~true",
        "\"a\" < \"ab\"~true",
        "\"\uffff\" < \"😀\"~true",
        "\"10\" < \"9\"~true",
        "true > false~undefined",
        "null >= null~undefined",
        "$nothing < 1~undefined",
        "1 > $nothing~undefined",
        "undefined <= undefined~undefined",
        "[1] < [2]~undefined",
        "datetime(1) < datetime(2)~true",
        "datetime(2) <= datetime(2)~true",
        "datetime(1) < 2~undefined",
        "$iso >= datetime(\"2026-01-10\")~true",
        "datetime(\"2026-01-11\") > $iso~true",
        "$s > datetime(1)~undefined",
        "event[\"time\"] >= datetime(\"2026-01-01T00:00:00\")~true",
      })
  void ordering(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"b\" in $s~true",
        "\"B\" in $s~false",
        "\"\" in $s~true",
        "$n in [1, 5]~true",
        "\"5\" in [5]~false",
        "$n in []~false",
        "\"a\" in list($l)~true",
        "\"a\" in $l~true",
        "\"b\" in $l~false",
        "null in $l~true",
        "null in []~false",
        "\"Abc\" in list($s)~true",
        "$t in [true]~true",
        "datetime(1) in [datetime(1)]~true",
        "5 in \"5\"~undefined",
        "\"5\" in 5~undefined",
        "$nothing in [undefined]~undefined",
        "\"a\" in $nothing~undefined",
        "\"a\" in null~undefined",
        "[1] in [[1]]~undefined",
        "$o in [1]~undefined",
        "\"a\" in $o~undefined",
        "\"x\" not in $s~true",
        "\"b\" not in $s~false",
        "\"b\" not in $nothing~true",
        "not \"b\" in $nothing~true",
      })
  void membership(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "true and true~true",
        "true and false~false",
        "false or true~true",
        "false or false~false",
        "undefined and true~false",
        "undefined or true~true",
        "undefined or undefined~false",
        "not true~false",
        "not false~true",
        "not $nothing~true",
        "not $z~undefined",
        "not $n~undefined",
        "not $s~undefined",
        "not not $nothing~false",
        "defined($s)~true",
        "defined($nothing)~false",
        "defined($z)~false",
        "defined($e)~true",
        "not defined($nothing)~true",
        "defined($nothing == 1)~true",
      })
  void logic(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$n and true",
        "true and $s",
        "false and $n",
        "true or $n",
        "$z or true",
        "$l and true",
        "datetime(1) or true"
      })
  void andAndOrFailOverAnythingElseWhereverItStands(String shorthand) {
    assertThatThrownBy(() -> evaluate(shorthand, DEFAULTS))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("takes booleans");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "string($s)~\"Abc\"",
        "string(1)~\"1\"",
        "string(1.50)~\"1.5\"",
        "string(-0.0)~\"0\"",
        "string(0.1 + 0.2)~\"0.30000000000000004\"",
        "string(1e15)~\"1000000000000000\"",
        "string(1e16)~\"1e+16\"",
        "string(0.0001)~\"0.0001\"",
        "string(0.000025)~\"2.5e-05\"",
        "string(1e100)~\"1e+100\"",
        "string(2e-3)~\"0.002\"",
        "string(5e-324)~\"5e-324\"",
        "string(9007199254740993)~\"9007199254740992\"",
        "string(true)~\"true\"",
        "string(false)~\"false\"",
        "string(null)~null",
        "string(undefined)~undefined",
        "string($l)~undefined",
        "string($o)~undefined",
        "string(datetime($iso))~\"2026-01-10T12:30:00\"",
        "number(\"12\")~12",
        "number(\" -1.5e1 \")~-15",
        "number(\".5\")~0.5",
        "number(\"5.\")~5",
        "number(\"+5\")~5",
        "number(\"0x10\")~undefined",
        "number(\"1d\")~undefined",
        "number(\"NaN\")~undefined",
        "number(\"1,5\")~undefined",
        "number(\"\")~undefined",
        "number(\"1e999\")~undefined",
        "number(5)~5",
        "number(true)~1",
        "number(false)~0",
        "number(null)~undefined",
        "number(undefined)~undefined",
        "number($l)~undefined",
        "number(datetime(1))~undefined",
        "boolean(false)~false",
        "boolean(0)~false",
        "boolean(null)~false",
        "boolean(undefined)~false",
        "boolean(\"\")~false",
        "boolean(\"false\")~false",
        "boolean(\"False\")~true",
        "boolean(\"true\")~true",
        "boolean(\"0\")~true",
        "boolean(-0.5)~true",
        "boolean(true)~true",
        "boolean([])~true",
        "boolean($o)~true",
        "boolean(datetime(0))~true",
        "list($l)~$l",
        "list(1)~[1]",
        "list(null)~[null]",
        "list(undefined)~undefined",
        "datetime(1767225600)~datetime(1767225600000)",
        "datetime(99999999999.5)~datetime(99999999999500)",
        "datetime(\"x\")~undefined",
        "datetime(true)~undefined",
        "datetime(null)~undefined",
        "datetime(undefined)~undefined",
        "datetime($l)~undefined",
        "datetime(datetime(1))~datetime(1)",
        "datetime(1e18)~undefined",
        "datetime(-1e18)~undefined",
        "datetime(\"2026-02-30\")~undefined",
        "datetime(\"2026-01-10T24:00\")~undefined",
        "datetime(\"2026-01-10T12\")~undefined",
        "datetime(\"0000-01-01\")~undefined",
        "datetime(\"2026-01-10T00:00:00Z\")~datetime(\"2026-01-10\")",
        "datetime(\"2026-01-10 02:00:00.1239+02:00\")~datetime(1768003200123)",
        "datetime(\"2026-01-09T19:00-0500\")~datetime(\"2026-01-10\")",
      })
  void casts(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @Test
  void datetimesAreInstants() {
    assertThat(evaluate("datetime(\"2026-01-10T00:00:00\")", DEFAULTS))
        .isEqualTo(new Value.Datetime(Instant.parse("2026-01-10T00:00:00Z")));
    assertThat(evaluate("datetime(99999999999)", DEFAULTS))
        .isEqualTo(new Value.Datetime(Instant.ofEpochSecond(99_999_999_999L)));
    assertThat(evaluate("datetime(100000000000)", DEFAULTS))
        .isEqualTo(new Value.Datetime(Instant.ofEpochMilli(100_000_000_000L)));
    assertThat(evaluate("datetime(-1.0005)", DEFAULTS))
        .isEqualTo(new Value.Datetime(Instant.ofEpochMilli(-1001)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "floor(2.7)~2",
        "floor(-2.1)~-3",
        "ceil(2.1)~3",
        "ceil(-2.7)~-2",
        "round(2.4)~2",
        "round(2.6)~3",
        "round(0.49999999999999994)~0",
        "floor(\"2\")~undefined",
        "ceil(undefined)~undefined",
        "round(null)~undefined",
        "ceil(-0.5)~0",
        "floor(1e300)~1e300",
        "has_prefix($s, \"Ab\")~true",
        "has_prefix($s, \"aB\")~true",
        "has_prefix($s, \"b\")~false",
        "has_suffix($s, \"BC\")~true",
        "has_suffix($s, \"b\")~false",
        "has_prefix($s, \"\")~true",
        "has_prefix($n, \"5\")~undefined",
        "has_suffix(\"5\", 5)~undefined",
        "has_prefix($nothing, \"a\")~undefined",
      })
  void functions(String shorthand, String constant) {
    assertYields(shorthand, constant, DEFAULTS);
  }

  @Test
  void whatMixpanelAloneKnowsIsRefused() {
    assertThatThrownBy(() -> evaluate("upper($s) == \"ABC\"", DEFAULTS))
        .hasMessageContaining("upper");
    assertThatThrownBy(() -> evaluate("behaviors[\"b\"] > 0", DEFAULTS))
        .hasMessageContaining("behaviors");
    assertThatThrownBy(() -> evaluate("group_properties[\"g\"] == 0", DEFAULTS))
        .hasMessageContaining("group_properties");
  }

  @Test
  void equalityMayIgnoreCase() {
    ExpressionOptions options = DEFAULTS.withEquality(StringCase.IGNORED);
    assertYields("$s == \"aBC\"", "true", options);
    assertYields("$s != \"aBC\"", "false", options);
    assertYields("\"BC\" in $s", "true", options);
    assertYields("\"A\" in $l", "true", options);
    assertYields("[\"A\", 1, null] == $l", "true", options);
    assertYields("\"Straße\" == \"STRASSE\"", "false", options);
    assertYields("\"ÄİΣ\" == \"äiσ\"", "true", options);
    assertYields("\"B\" < \"a\"", "true", options);
  }

  @Test
  void affixesMayTellCasesApart() {
    ExpressionOptions options =
        new ExpressionOptions(
            StringCase.SENSITIVE,
            StringCase.SENSITIVE,
            ZoneOffset.UTC,
            HalfRounding.AWAY_FROM_ZERO,
            false,
            true,
            Clock.systemUTC());
    assertYields("has_prefix($s, \"ab\")", "false", options);
    assertYields("has_suffix($s, \"bc\")", "true", options);
  }

  @ParameterizedTest
  @CsvSource({
    "AWAY_FROM_ZERO, 3, -3, 4, 1",
    "TO_EVEN, 2, -2, 4, 0",
    "UP, 3, -2, 4, 1",
  })
  void halvesAreRoundedAsAsked(
      HalfRounding halves, String plus, String minus, String odd, String half) {
    ExpressionOptions options =
        new ExpressionOptions(
            StringCase.SENSITIVE,
            StringCase.IGNORED,
            ZoneOffset.UTC,
            halves,
            false,
            true,
            Clock.systemUTC());
    assertYields("round(2.5)", plus, options);
    assertYields("round(-2.5)", minus, options);
    assertYields("round(3.5)", odd, options);
    assertYields("round(0.5)", half, options);
  }

  @Test
  void nullMayCountAsDefinedAndTextsAsTexts() {
    ExpressionOptions options =
        new ExpressionOptions(
            StringCase.SENSITIVE,
            StringCase.IGNORED,
            ZoneOffset.UTC,
            HalfRounding.AWAY_FROM_ZERO,
            true,
            false,
            Clock.systemUTC());
    assertYields("defined($z)", "true", options);
    assertYields("defined($nothing)", "false", options);
    assertYields("$iso > datetime(1)", "undefined", options);
  }

  @Test
  void textsWithoutAZoneAreInTheGivenOne() {
    ExpressionOptions options = DEFAULTS.withDatetimeZone(ZoneId.of("America/New_York"));
    assertYields("datetime(\"2026-01-10\")", "datetime(\"2026-01-10T05:00:00Z\")", options);
    assertYields("datetime(\"2026-07-10\")", "datetime(\"2026-07-10T04:00:00Z\")", options);
    assertYields("datetime(\"2026-01-10T00:00Z\")", "datetime(1768003200)", options);
    assertYields("string(datetime(1768003200))", "\"2026-01-09T19:00:00\"", options);
    // Clocks skip 02:30 on this day, and show 01:30 twice on the other.
    assertYields(
        "datetime(\"2026-03-08T02:30:00\")", "datetime(\"2026-03-08T07:30:00Z\")", options);
    assertYields(
        "datetime(\"2026-11-01T01:30:00\")", "datetime(\"2026-11-01T05:30:00Z\")", options);
  }

  @Test
  void onlyTheBooleanTruePasses() {
    Evaluator evaluator = new Evaluator(DEFAULTS);
    assertThat(evaluator.matches(read("$t"), EVENT)).isTrue();
    assertThat(evaluator.matches(read("$n"), EVENT)).isFalse();
    assertThat(evaluator.matches(read("$s"), EVENT)).isFalse();
    assertThat(evaluator.matches(read("$nothing"), EVENT)).isFalse();
    assertThat(evaluator.matches(read("$nothing != \"x\""), EVENT)).isTrue();
    assertThat(evaluator.matches(read("not ($nothing == \"x\")"), EVENT)).isTrue();
    assertThat(evaluator.matches(read("$nothing in [\"x\"]"), EVENT)).isFalse();
  }

  @Test
  void aProfileIsReadByPropertiesAndUserButNotByEvent() {
    Evaluator evaluator = new Evaluator(DEFAULTS);
    Subject profile = Subject.profile(json("{\"plan\": \"pro\", \"$time\": 5, \"time\": 6}"));
    assertThat(evaluator.matches(read("$plan == \"pro\" and $time == 6"), profile)).isTrue();
    assertThat(evaluator.matches(Expression.parse("user[\"plan\"] == \"pro\""), profile)).isTrue();
    assertThat(evaluator.matches(Expression.parse("user[\"$time\"] == 5"), profile)).isTrue();
    assertThat(evaluator.matches(Expression.parse("defined(event[\"plan\"])"), profile)).isFalse();
  }
}
