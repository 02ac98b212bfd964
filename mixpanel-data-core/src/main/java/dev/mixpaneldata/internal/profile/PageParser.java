package dev.mixpaneldata.internal.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Reason;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an engage answer into its profiles. They are slices of the answer, so that values stay as
 * they were sent.
 */
final class PageParser {
  private final byte[] answer;
  private final List<byte[]> lines = new ArrayList<>();
  private @Nullable String sessionId;
  private @Nullable Long total;
  private @Nullable Integer pageSize;
  private boolean hasResults;

  private PageParser(byte[] answer) {
    this.answer = answer;
  }

  static ProfilePage parse(String body, int number, int askedPageSize) {
    PageParser parser = new PageParser(body.getBytes(StandardCharsets.UTF_8));
    try {
      parser.read();
    } catch (IOException e) {
      throw broken(Reason.of(e), e);
    }
    if (!parser.hasResults) {
      throw broken("it has no results", null);
    }
    return new ProfilePage(
        number,
        Optional.ofNullable(parser.sessionId),
        parser.pageSize(askedPageSize),
        Optional.ofNullable(parser.total),
        List.copyOf(parser.lines));
  }

  private void read() throws IOException {
    try (JsonParser json = Mappers.json().getFactory().createParser(answer)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it is not an object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
          case "results" -> readResults(json, value);
          case "session_id" -> sessionId = json.getValueAsString();
          case "page_size" -> pageSize = positive(json.getValueAsInt());
          case "total" -> total = json.getValueAsLong();
          default -> json.skipChildren();
        }
      }
    }
  }

  /**
   * Returns the page size that the answer states. If it states none and has fewer profiles than
   * match, it is a full page of the server's own size.
   */
  private int pageSize(int asked) {
    if (pageSize != null) {
      return pageSize;
    }
    boolean isFull = total != null && total > lines.size() && !lines.isEmpty();
    return isFull ? lines.size() : asked;
  }

  private static @Nullable Integer positive(int size) {
    return size > 0 ? size : null;
  }

  private void readResults(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.START_ARRAY) {
      throw new IOException("its results are not a list");
    }
    hasResults = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      int start = (int) json.currentTokenLocation().getByteOffset();
      json.skipChildren();
      int end = (int) json.currentLocation().getByteOffset();
      lines.add(withoutLineBreaks(Arrays.copyOfRange(answer, start, end)));
    }
  }

  /**
   * Replaces line breaks by spaces: between the tokens of valid JSON they are equal, and inside
   * tokens there are none.
   */
  private static byte[] withoutLineBreaks(byte[] object) {
    for (int i = 0; i < object.length; i++) {
      if (object[i] == '\n' || object[i] == '\r') {
        object[i] = ' ';
      }
    }
    return object;
  }

  private static MixpanelDataException broken(String how, @Nullable Exception cause) {
    return new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "The answer to the profile query cannot be read: " + how + ".",
        "Try again. If it fails again, show the answer to Mixpanel's support.",
        cause);
  }
}
