package dev.mixpaneldata.ingest;

import dev.mixpaneldata.internal.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/**
 * The key by which Mixpanel knows an event again. Where an event has none, one is derived from its
 * name and its properties, whatever their order, so that sending it again changes nothing.
 */
final class InsertId {
  /** What Mixpanel refuses as an id of anything (reference of {@code /import}). */
  private static final Set<String> FORBIDDEN =
      Set.of(
          "00000000-0000-0000-0000-000000000000",
          "anon",
          "anonymous",
          "nil",
          "none",
          "null",
          "n/a",
          "na",
          "undefined",
          "unknown",
          "<nil>",
          "0",
          "-1",
          "true",
          "false",
          "[]",
          "{}");

  private static final int HEX_DIGITS = 32;

  private InsertId() {}

  /** Derives an id; the time among the properties has to be in milliseconds already. */
  static String of(String event, SortedMap<String, byte[]> properties) {
    MessageDigest digest = Sha256.start();
    add(digest, event.getBytes(StandardCharsets.UTF_8));
    properties.forEach(
        (name, value) -> {
          add(digest, name.getBytes(StandardCharsets.UTF_8));
          add(digest, value);
        });
    return Sha256.hex(digest).substring(0, HEX_DIGITS);
  }

  /** The length goes before the bytes, so that no two events give the same sequence. */
  private static void add(MessageDigest digest, byte[] bytes) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (bytes.length >>> shift));
    }
    digest.update(bytes);
  }

  static void check(String id) throws InvalidEventException {
    boolean usable = !id.isEmpty() && id.length() <= EventLimits.INSERT_ID_BYTES;
    for (int i = 0; usable && i < id.length(); i++) {
      char c = id.charAt(i);
      usable = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }
    if (!usable || isForbidden(id)) {
      throw new InvalidEventException(
          "properties.$insert_id",
          "The insert id is not 1 to 36 letters, digits and hyphens, or a word such as null.");
    }
  }

  static boolean isForbidden(String id) {
    return FORBIDDEN.contains(id.toLowerCase(Locale.ROOT));
  }
}
