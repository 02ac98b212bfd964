package dev.mixpaneldata.internal.gzip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class StrictGzipInputStreamTest {
  @Test
  void readsOneMember() throws IOException {
    assertThat(read(gzip("hello"))).isEqualTo("hello");
  }

  @Test
  void readsAnEmptyMember() throws IOException {
    assertThat(read(gzip(""))).isEmpty();
  }

  @Test
  void readsMembersThatArriveOneByteAtATime() throws IOException {
    byte[] both = concat(gzip("one "), gzip("two"));
    InputStream slow =
        new ByteArrayInputStream(both) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };
    assertThat(new String(new StrictGzipInputStream(slow).readAllBytes(), UTF_8))
        .isEqualTo("one two");
  }

  @Test
  void everyShorterInputIsAnError() throws IOException {
    byte[] whole = concat(gzip("some text that is long enough"), gzip("more"));
    int firstMember = gzip("some text that is long enough").length;
    for (int length = 0; length < whole.length; length++) {
      if (length == firstMember) {
        continue;
      }
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut)).as("cut at %d", length).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void everyWrongByteOfTheTrailerIsAnError() throws IOException {
    byte[] whole = gzip("some text that is long enough");
    for (int i = whole.length - 8; i < whole.length; i++) {
      byte[] wrong = whole.clone();
      wrong[i] ^= 1;
      assertThatThrownBy(() -> read(wrong)).as("byte %d", i).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatFollowsAMemberMustBeAMember() throws IOException {
    byte[] withTail = concat(gzip("text"), "terminated early".getBytes(UTF_8));
    assertThatThrownBy(() -> read(withTail)).hasMessage("Other data follows the gzip data");
  }

  @Test
  void plainTextIsNotGzip() {
    assertThatThrownBy(() -> read("{}".getBytes(UTF_8))).hasMessage("The data is not gzip");
  }

  private static String read(byte[] compressed) throws IOException {
    try (InputStream in = new StrictGzipInputStream(new ByteArrayInputStream(compressed))) {
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

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
