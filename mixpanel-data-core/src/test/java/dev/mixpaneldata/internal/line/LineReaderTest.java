package dev.mixpaneldata.internal.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testing.RandomCases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void splitsAtLineFeedsOnlyAndLeavesOutBlankLines() throws IOException {
    assertThat(lines(reader("a\r\n\n \t\r\nb\u2028c\rd\n", 4, 99)))
        .containsExactly("a\r", "b\u2028c\rd");
  }

  @Test
  void theLastLineNeedsNoLineFeed() throws IOException {
    assertThat(lines(reader("a\nb", 4, 99))).containsExactly("a", "b");
    assertThat(lines(reader("a\n  ", 4, 99))).containsExactly("a");
    assertThat(lines(reader("", 4, 99))).isEmpty();
  }

  @Test
  void linesAreNumberedWithoutBlankOnes() throws IOException {
    LineReader reader = reader("a\n\nb\n \nc", 4, 99);
    for (long number = 1; number <= 3; number++) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.number()).isEqualTo(number);
    }
    assertThat(reader.next()).isFalse();
    assertThat(reader.next()).isFalse();
  }

  @Test
  void readersShareTheLinesOfOneStream() throws IOException {
    String text = IntStream.range(0, 500).mapToObj(i -> i + "\n").collect(Collectors.joining());
    LineBlocks blocks = new LineBlocks(new ByteArrayInputStream(text.getBytes(UTF_8)), 16, 99);
    List<LineReader> readers = List.of(new LineReader(blocks), new LineReader(blocks));
    Map<Long, String> lines = new TreeMap<>();
    boolean more = true;
    while (more) {
      more = false;
      for (LineReader reader : readers) {
        if (reader.next()) {
          more = true;
          assertThat(lines.put(reader.number(), line(reader))).isNull();
        }
      }
    }
    assertThat(lines)
        .hasSize(500)
        .allSatisfy((number, line) -> assertThat(line).isEqualTo("" + (number - 1)));
  }

  @Test
  void refusesALineOverTheLimit() throws IOException {
    assertThat(lines(reader("x".repeat(15) + "\ny\n", 4, 16))).hasSize(2);
    LineReader tooLong = reader("y\n" + "x".repeat(17) + "\n", 4, 16);
    assertThatThrownBy(() -> lines(tooLong))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("longer than 16 bytes");
  }

  @Test
  void givesEveryLineHoweverTheStreamIsCut() {
    RandomCases.check(
        RandomCases.USUAL,
        draws -> {
          List<String> expected = new ArrayList<>();
          for (int i = draws.nextInt(20); i > 0; i--) {
            expected.add("x".repeat(1 + draws.nextInt(draws.nextInt(5) == 0 ? 300 : 20)) + i);
          }
          String text = expected.stream().collect(Collectors.joining("\n")) + "\n";
          InputStream pieces =
              new ByteArrayInputStream(text.getBytes(UTF_8)) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                  return super.read(into, offset, Math.min(length, 1 + draws.nextInt(7)));
                }
              };
          assertThat(lines(new LineReader(new LineBlocks(pieces, 8, 1000)))).isEqualTo(expected);
        });
  }

  private static LineReader reader(String text, int initialBytes, int maxBytes) {
    return new LineReader(
        new LineBlocks(new ByteArrayInputStream(text.getBytes(UTF_8)), initialBytes, maxBytes));
  }

  private static List<String> lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(line(reader));
    }
    return lines;
  }

  private static String line(LineReader reader) {
    return new String(reader.buffer(), reader.start(), reader.end() - reader.start(), UTF_8);
  }
}
