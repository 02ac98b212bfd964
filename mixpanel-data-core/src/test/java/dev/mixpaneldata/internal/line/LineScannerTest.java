package dev.mixpaneldata.internal.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineScannerTest {
  private static final String EVENT =
      "{\"event\":\"Buy\",\"properties\":{\"time\":1767225600123,\"distinct_id\":\"u\\u002d9\","
          + "\"$insert_id\":\"a1\",\"mp_processing_time_ms\":1767225611000,\"plan\":\"pro\"}}";

  private final LineScanner scanner = new LineScanner(LineShape.EVENT, List.of("plan", "pl\"an"));
  private byte[] line = {};

  @Test
  void findsAllSlicesOfAnEvent() {
    assertThat(scan(EVENT)).isEqualTo(LineStatus.GOOD);
    assertThat(slice(LineShape.NAME)).isEqualTo("\"Buy\"");
    assertThat(slice(LineShape.PROPERTIES)).startsWith("{\"time\"").endsWith("\"pro\"}");
    assertThat(slice(LineShape.TIME)).isEqualTo("1767225600123");
    assertThat(slice(LineShape.DISTINCT_ID)).isEqualTo("\"u\\u002d9\"");
    assertThat(slice(LineShape.INSERT_ID)).isEqualTo("\"a1\"");
    assertThat(slice(LineShape.PROCESSING_TIME)).isEqualTo("1767225611000");
    assertThat(slice(scanner.slotOf("plan"))).isEqualTo("\"pro\"");
    assertThat(scanner.has(scanner.slotOf("pl\"an"))).isFalse();
  }

  @Test
  void takesKeysInAnyOrderAndUnknownKeysAtTheTop() {
    assertThat(scan("{\"x\":[{}],\"properties\": {\"time\" : 1} ,\"event\":\"\"} \r"))
        .isEqualTo(LineStatus.GOOD);
    assertThat(slice(LineShape.TIME)).isEqualTo("1");
    assertThat(slice(LineShape.NAME)).isEqualTo("\"\"");
  }

  @Test
  void theFirstOfEqualKeysCounts() {
    assertThat(
            scan(
                "{\"event\":\"a\",\"event\":7,\"properties\":{\"time\":1,\"time\":2},"
                    + "\"properties\":{\"distinct_id\":\"x\"}}"))
        .isEqualTo(LineStatus.GOOD);
    assertThat(slice(LineShape.NAME)).isEqualTo("\"a\"");
    assertThat(slice(LineShape.TIME)).isEqualTo("1");
    assertThat(scanner.has(LineShape.DISTINCT_ID)).isFalse();
  }

  @Test
  void keysInsideNestedObjectsAreNotTheRowsOwn() {
    assertThat(
            scan("{\"properties\":{\"a\":{\"time\":1}},\"event\":\"e\",\"b\":{\"event\":\"f\"}}"))
        .isEqualTo(LineStatus.GOOD);
    assertThat(scanner.has(LineShape.TIME)).isFalse();
    assertThat(slice(LineShape.NAME)).isEqualTo("\"e\"");
  }

  @Test
  void decodesKeysWithEscapes() {
    assertThat(scan("{\"\\u0065vent\":\"e\",\"properties\":{\"t\\u0069me\":5,\"pl\\\"an\":\"x\"}}"))
        .isEqualTo(LineStatus.GOOD);
    assertThat(slice(LineShape.TIME)).isEqualTo("5");
    assertThat(slice(scanner.slotOf("pl\"an"))).isEqualTo("\"x\"");
  }

  @Test
  void aProfileMayHaveANumberForItsName() {
    LineScanner profiles = new LineScanner(LineShape.PROFILE);
    byte[] profile = "{\"$distinct_id\":17,\"$properties\":{\"$last_seen\":null}}".getBytes(UTF_8);
    assertThat(profiles.scan(profile, 0, profile.length)).isEqualTo(LineStatus.GOOD);
    assertThat(profiles.kind(LineShape.NAME)).isEqualTo(ValueKind.NUMBER);
    assertThat(profiles.kind(LineShape.LAST_SEEN)).isEqualTo(ValueKind.NULL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "terminated early|NOT_JSON",
        "{\"event\":\"e\",\"properties\":{}}terminated early|NOT_JSON",
        "{\"event\":\"e\",\"properties\":{\"a\":\"b|NOT_JSON",
        "{\"event\":\"e\",\"properties\":{\"a\":01}}|NOT_JSON",
        "{\"event\":\"e\",\"properties\":{\"a\":NaN}}|NOT_JSON",
        "{\"event\":\"e\",\"properties\":{\"a\":1,}}|NOT_JSON",
        "{\"event\":\"e\",\"properties\":{\"a\":\"\\x\"}}|NOT_JSON",
        "{\"event\":\"e\",\"properties\":{\"a\":\"\\u12\"}}|NOT_JSON",
        "[1,2]|NOT_AN_OBJECT",
        "12|NOT_AN_OBJECT",
        "{\"properties\":{}}|NO_NAME",
        "{\"event\":null,\"properties\":{}}|NO_NAME",
        "{\"event\":7,\"properties\":{}}|NO_NAME",
        "{\"event\":\"e\"}|NO_PROPERTIES",
        "{\"event\":\"e\",\"properties\":[]}|NO_PROPERTIES",
        "{\"error\":\"overloaded\"}|NO_NAME"
      })
  void saysWhyALineIsUnusable(String text, LineFault fault) {
    assertThat(scan(text)).isEqualTo(LineStatus.UNUSABLE);
    assertThat(scanner.fault()).isEqualTo(fault);
  }

  @Test
  void refusesToNestTooDeep() {
    assertThat(scan(nested(LineScanner.MAX_DEPTH))).isEqualTo(LineStatus.UNUSABLE);
    assertThat(scanner.fault()).isEqualTo(LineFault.TOO_DEEP);
    assertThat(scan(nested(LineScanner.MAX_DEPTH - 2))).isEqualTo(LineStatus.GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00", "\\uD83Dx"})
  void aLoneSurrogateCanBeRepaired(String text) {
    assertThat(scan(withName(text))).isEqualTo(LineStatus.REPAIRABLE);
    assertThat(scan(new String(LineRepair.repair(line, 0, line.length), UTF_8)))
        .isEqualTo(LineStatus.GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud83d\\ude00", "\\u0000", "\\\\ud83d", "é😀", "\\/\\b\\f\\n\\r\\t"})
  void goodTextNeedsNoRepair(String text) {
    assertThat(scan(withName(text))).isEqualTo(LineStatus.GOOD);
    assertThat(LineRepair.repair(line, 0, line.length)).isEqualTo(line);
  }

  @Test
  void repairChangesNothingButTheFault() {
    scan(withName("a\\ud83d\\u00e9\\\\\\ude00\\ud83d\\ude00"));
    assertThat(new String(LineRepair.repair(line, 0, line.length), UTF_8))
        .isEqualTo(withName("a\\ufffd\\u00e9\\\\\\ufffd\\ud83d\\ude00"));
  }

  @Test
  void bytesThatAreNotUtf8AreRepairedInsideStringsOnly() {
    byte[] inside = withName("<>").getBytes(UTF_8);
    int at = withName("<>").indexOf('<');
    inside[at] = (byte) 0xE2;
    inside[at + 1] = (byte) 0x82;
    assertThat(scanner.scan(inside, 0, inside.length)).isEqualTo(LineStatus.REPAIRABLE);
    assertThat(new String(LineRepair.repair(inside, 0, inside.length), UTF_8))
        .isEqualTo(withName("\ufffd\ufffd"));
    byte[] outside = EVENT.getBytes(UTF_8);
    outside[0] = (byte) 0xC0;
    assertThat(scanner.scan(outside, 0, outside.length)).isEqualTo(LineStatus.UNUSABLE);
  }

  @Test
  void noPrefixOfAGoodLineIsGood() {
    byte[] whole = EVENT.getBytes(UTF_8);
    for (int end = 0; end < whole.length; end++) {
      assertThat(scanner.scan(whole, 0, end)).isEqualTo(LineStatus.UNUSABLE);
      assertThat(scanner.fault()).isEqualTo(LineFault.NOT_JSON);
    }
  }

  private LineStatus scan(String text) {
    line = text.getBytes(UTF_8);
    return scanner.scan(line, 0, line.length);
  }

  private String slice(int slot) {
    assertThat(scanner.has(slot)).isTrue();
    int start = scanner.start(slot);
    return new String(line, start, scanner.end(slot) - start, UTF_8);
  }

  private static String withName(String text) {
    return "{\"event\":\"" + text + "\",\"properties\":{}}";
  }

  private static String nested(int levels) {
    return "{\"event\":\"e\",\"properties\":{\"a\":"
        + "[".repeat(levels)
        + "]".repeat(levels)
        + "}}";
  }
}
