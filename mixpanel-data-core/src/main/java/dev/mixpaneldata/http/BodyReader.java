package dev.mixpaneldata.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads whole answers and checks their form. */
final class BodyReader {
  /**
   * The most bytes of an answer. The largest observed one has 136 MB ({@code /me}); larger ones
   * belong in a stream.
   */
  static final int LARGEST = 256 * 1024 * 1024;

  private BodyReader() {}

  /** The failure of an answer with too many bytes. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("the answer is larger than " + LARGEST / 1024 / 1024 + " MB");
    }
  }

  /**
   * Returns the decompressed text.
   *
   * @throws TooLarge if it has more than {@code largest} bytes
   */
  static String read(InputStream body, HttpHeaders headers, int largest) throws IOException {
    String encoding =
        headers.firstValue("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
    InputStream plain =
        switch (encoding) {
          case "identity", "" -> body;
          case "gzip", "x-gzip" -> new GZIPInputStream(body, 64 * 1024);
          default -> throw new ZipException("unknown content encoding " + encoding);
        };
    byte[] bytes = plain.readNBytes(largest);
    if (bytes.length == largest && plain.read() >= 0) {
      throw new TooLarge();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns whether the text is one complete JSON value. */
  static boolean isJson(String body) {
    try (JsonParser parser = Mappers.json().createParser(body)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException malformed) {
      return false;
    }
  }

  /**
   * Returns whether a JSON text that came with status 200 reports a failure: {@code error} with a
   * text, or {@code status} being {@code error}. An {@code error} that is an object or a number may
   * be a property or an event of that name, since some answers are maps by name.
   */
  static boolean isError(String body) {
    if (!body.stripLeading().startsWith("{")) {
      return false;
    }
    try (JsonParser parser = Mappers.json().createParser(body)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_STRING) {
          String text = parser.getText();
          if (name.equals("error") && !text.isBlank()
              || name.equals("status") && text.equals("error")) {
            return true;
          }
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException malformed) {
      return false;
    }
  }
}
