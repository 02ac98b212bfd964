package dev.mixpaneldata.internal.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mixpaneldata.testing.RandomCases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scanner against Jackson's strict parser on random documents and random damage. */
class LineScannerPropertyTest {
  private static final List<String> EXTRA = List.of("plan", "$city", "a \"b\"", "длинное имя", "");

  private static final ObjectMapper JACKSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  static {
    JACKSON
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(5000).build());
  }

  private final LineScanner scanner = new LineScanner(LineShape.EVENT, EXTRA);

  @Test
  void randomEventsAreGoodAndSlicedAsJacksonReadsThem() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          byte[] line = new RandomJson(draws).event().getBytes(UTF_8);
          assertThat(scanner.scan(line, 0, line.length)).isEqualTo(LineStatus.GOOD);
          JsonNode tree = JACKSON.readTree(line);
          assertSlice(line, LineShape.NAME, tree.get("event"));
          assertSlice(line, LineShape.PROPERTIES, tree.get("properties"));
          JsonNode properties = tree.get("properties");
          assertSlice(line, LineShape.TIME, properties.get("time"));
          assertSlice(line, LineShape.DISTINCT_ID, properties.get("distinct_id"));
          assertSlice(line, LineShape.INSERT_ID, properties.get("$insert_id"));
          for (String key : EXTRA) {
            assertSlice(line, scanner.slotOf(key), properties.get(key));
          }
          assertCursorAgrees(line, properties);
        });
  }

  @Test
  void surroundingBytesDoNotMatter() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          byte[] line = new RandomJson(draws).event().getBytes(UTF_8);
          int before = draws.nextInt(9);
          byte[] buffer = new byte[before + line.length + draws.nextInt(9)];
          draws.nextBytes(buffer);
          System.arraycopy(line, 0, buffer, before, line.length);
          assertThat(scanner.scan(buffer, before, before + line.length)).isEqualTo(LineStatus.GOOD);
          assertThat(scanner.start(LineShape.NAME)).isGreaterThanOrEqualTo(before);
        });
  }

  @Test
  void aLineCutShortIsNeverGood() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          byte[] line = new RandomJson(draws).event().strip().getBytes(UTF_8);
          assertThat(scanner.scan(line, 0, draws.nextInt(line.length)))
              .isEqualTo(LineStatus.UNUSABLE);
        });
  }

  @Test
  void damagedLinesAreJudgedAsByJackson() {
    RandomCases.check(
        5000,
        draws -> {
          byte[] line = new RandomJson(draws).event().getBytes(UTF_8);
          damage(line, draws);
          LineStatus status = scanner.scan(line, 0, line.length);
          if (status == LineStatus.GOOD) {
            assertThat(isUtf8(line)).isTrue();
            assertThat(isEvent(line)).isTrue();
          } else if (status == LineStatus.REPAIRABLE) {
            byte[] mended = LineRepair.repair(line, 0, line.length);
            assertThat(isUtf8(mended)).isTrue();
            assertThat(isEvent(mended)).isTrue();
            assertThat(scanner.scan(mended, 0, mended.length)).isEqualTo(LineStatus.GOOD);
          } else {
            assertThat(isUtf8(line) && isEvent(line)).isFalse();
          }
        });
  }

  private void assertSlice(byte[] line, int slot, JsonNode expected) throws IOException {
    assertThat(scanner.has(slot)).isEqualTo(expected != null);
    if (expected == null) {
      return;
    }
    int start = scanner.start(slot);
    int end = scanner.end(slot);
    assertThat(JACKSON.readTree(line, start, end - start)).isEqualTo(expected);
    if (expected.isTextual()) {
      assertThat(JsonStrings.string(line, start, end)).isEqualTo(expected.textValue());
    } else if (expected.isNumber()) {
      assertThat(JsonNumber.fitsLong(line, start, end))
          .isEqualTo(expected.canConvertToExactIntegral() && isLong(expected));
      assertThat(JsonNumber.doubleValue(line, start, end))
          .isEqualTo(Double.parseDouble(new String(line, start, end - start, UTF_8)));
    }
  }

  private static boolean isLong(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong();
  }

  private void assertCursorAgrees(byte[] line, JsonNode properties) throws IOException {
    ObjectCursor cursor = new ObjectCursor();
    cursor.open(line, scanner.start(LineShape.PROPERTIES), scanner.end(LineShape.PROPERTIES));
    Iterator<String> names = properties.fieldNames();
    while (cursor.next()) {
      String name = names.next();
      assertThat(JsonStrings.string(line, cursor.keyStart(), cursor.keyEnd())).isEqualTo(name);
      assertThat(
              JACKSON.readTree(line, cursor.valueStart(), cursor.valueEnd() - cursor.valueStart()))
          .isEqualTo(properties.get(name));
    }
    assertThat(names).isExhausted();
  }

  private static void damage(byte[] line, Random random) {
    for (int i = random.nextInt(3); i >= 0; i--) {
      byte[] telling = "{}[]\",:\\u0d8tfn-+.eE \t\n\0\u001f".getBytes(UTF_8);
      line[random.nextInt(line.length)] =
          random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt();
    }
  }

  private static boolean isUtf8(byte[] line) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The rules in terms of Jackson's tree; lone surrogates are the one thing that it lets pass. */
  private static boolean isEvent(byte[] line) {
    try {
      JsonNode tree = JACKSON.readTree(line);
      return tree.isObject()
          && tree.path("event").isTextual()
          && tree.path("properties").isObject();
    } catch (IOException e) {
      return false;
    }
  }
}
