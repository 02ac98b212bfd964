package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartReceiverTest {
  private static final String A = "{\"event\":\"A\",\"properties\":{\"time\":1}}\n";
  private static final String B = "{\"event\":\"B\",\"properties\":{\"time\":2}}\n";

  @TempDir Path folder;

  @Test
  void aWholeBodyBecomesThePartByteForByte() throws IOException {
    byte[] body = gzip(A + B);
    PartReceiver.Contents contents = receive(body, true);
    assertThat(contents).isEqualTo(new PartReceiver.Contents(2, body.length));
    assertThat(Files.readAllBytes(part())).isEqualTo(body);
  }

  @Test
  void aBodyWithoutGzipIsStoredAsGzip() throws IOException {
    assertThat(receive((A + B).getBytes(UTF_8), false).lines()).isEqualTo(2);
    assertThat(stored()).isEqualTo(A + B);
  }

  @Test
  void anEmptyBodyIsAnEmptyPart() throws IOException {
    assertThat(receive(new byte[0], false).lines()).isZero();
    assertThat(stored()).isEmpty();
  }

  @Test
  void aLastLineWithoutLineBreakIsWhole() throws IOException {
    assertThat(receive(gzip(A + B.strip()), true).lines()).isEqualTo(2);
  }

  @Test
  void everyCutOfAGzipBodyIsNoticed() throws IOException {
    byte[] body = gzip(A + B);
    for (int length = 0; length < body.length; length++) {
      byte[] cut = Arrays.copyOf(body, length);
      assertThatThrownBy(() -> receive(cut, true)).isInstanceOf(CutShortException.class);
      assertThat(part()).doesNotExist();
    }
  }

  @Test
  void aTextThatEndsInsideALineIsNoticed() {
    for (int length = 1; length < B.length() - 1; length++) {
      String cut = A + B.substring(0, length);
      assertThatThrownBy(() -> receive(gzip(cut), true)).isInstanceOf(CutShortException.class);
    }
  }

  @Test
  void terminatedEarlyIsNoticedWhereverItStands() {
    for (String text :
        new String[] {
          A + "terminated early",
          A + "terminated early\n",
          A + "export terminated early\n",
          A + "{\"event\":\"B\",\"prterminated early\n",
          A + "terminated early\n" + B,
          "terminated early"
        }) {
      assertThatThrownBy(() -> receive(gzip(text), true))
          .as(text)
          .isInstanceOf(CutShortException.class)
          .hasMessageContaining("terminated early");
    }
  }

  @Test
  void anErrorInThePlaceOfEventsIsNoticedAndQuoted() {
    assertThatThrownBy(() -> receive("{\"error\": \"too busy\"}".getBytes(UTF_8), false))
        .isInstanceOf(CutShortException.class)
        .hasMessageContaining("too busy");
    assertThatThrownBy(() -> receive(gzip(A + "{\"error\": \"too bu"), true))
        .isInstanceOf(CutShortException.class)
        .hasMessageContaining("too bu");
  }

  @Test
  void linesThatAreNoEventsStayInThePartForTheLoadToSetAside() throws IOException {
    String text = A + "{nonsense\n" + "{\"event\":\"A\",\"properties\":nonsense}\n" + "\n" + B;
    assertThat(receive(gzip(text), true).lines()).isEqualTo(4);
    assertThat(stored()).isEqualTo(text);
  }

  @Test
  void theLastLineIsCheckedWhole() {
    String looksWhole = "{\"event\":\"B\",\"properties\":{\"x\":{}";
    for (String last : new String[] {looksWhole, looksWhole + "\n"}) {
      assertThatThrownBy(() -> receive(gzip(A + last), true))
          .isInstanceOf(CutShortException.class)
          .hasMessageContaining("not valid JSON");
    }
  }

  @Test
  void aLastLineThatCanBeRepairedIsWhole() throws IOException {
    String last = "{\"event\":\"A\",\"properties\":{\"x\":\"\\ud83d\"}}\n";
    assertThat(receive(gzip(A + last), true).lines()).isEqualTo(2);
  }

  private PartReceiver.Contents receive(byte[] body, boolean gzip) {
    return new PartReceiver((rows, bytes) -> {})
        .receive(new ByteArrayInputStream(body), gzip, part());
  }

  private Path part() {
    return folder.resolve("part.gz");
  }

  private String stored() throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(part()))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
