package dev.mixpaneldata.internal.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void splitsAtLineFeedsOnlyAndLeavesOutBlankLines() throws IOException {
    assertThat(lines(reader("a\r\n\n \t\r\nb\u2028c\rd\n", 4, 99)))
        .containsExactly("a\r", "b\u2028c\rd");
  }

  @Test
  void tellsWhetherTheLastLineWasTerminated() throws IOException {
    assertThat(terminated("a\nb")).isFalse();
    assertThat(terminated("a\nb\n")).isTrue();
    assertThat(terminated("a\n  ")).isTrue();
    assertThat(terminated("")).isTrue();
  }

  @Test
  void refusesALineOverTheLimit() throws IOException {
    assertThat(lines(reader("x".repeat(15) + "\ny\n", 4, 16))).hasSize(2);
    LineReader tooLong = reader("y\n" + "x".repeat(17) + "\n", 4, 16);
    assertThatThrownBy(() -> lines(tooLong))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("longer than 16 bytes");
  }

  @Property
  void givesEveryLineHoweverTheStreamIsCut(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<String> expected = new ArrayList<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      expected.add("x".repeat(1 + random.nextInt(random.nextInt(5) == 0 ? 300 : 20)) + i);
    }
    String text = expected.stream().collect(Collectors.joining("\n")) + "\n";
    InputStream pieces =
        new ByteArrayInputStream(text.getBytes(UTF_8)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1 + random.nextInt(7)));
          }
        };
    assertThat(lines(new LineReader(pieces, 8, 1000))).isEqualTo(expected);
  }

  private static boolean terminated(String text) throws IOException {
    LineReader reader = reader(text, 4, 99);
    assertThat(lines(reader))
        .isEqualTo(Arrays.stream(text.split("\n")).filter(l -> !l.isBlank()).toList());
    return reader.terminated();
  }

  private static LineReader reader(String text, int initialBytes, int maxBytes) {
    return new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), initialBytes, maxBytes);
  }

  private static List<String> lines(LineReader reader) throws IOException {
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(new String(reader.buffer(), reader.start(), reader.end() - reader.start(), UTF_8));
    }
    return lines;
  }
}
