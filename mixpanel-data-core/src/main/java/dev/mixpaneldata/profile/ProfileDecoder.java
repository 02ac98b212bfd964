package dev.mixpaneldata.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.line.JsonStrings;
import dev.mixpaneldata.internal.line.LineRepair;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.LineStatus;
import dev.mixpaneldata.internal.line.ValueKind;
import dev.mixpaneldata.internal.profile.ProfilePage;
import dev.mixpaneldata.value.Json;

/** Decodes a line of a {@link ProfilePage} as a {@link Profile}. */
final class ProfileDecoder {
  private ProfileDecoder() {}

  static Profile decode(byte[] line) {
    LineScanner scanner = new LineScanner(LineShape.PROFILE);
    byte[] text = line;
    LineStatus status = scanner.scan(text, 0, text.length);
    if (status == LineStatus.REPAIRABLE) {
      text = LineRepair.repair(text, 0, text.length);
      status = scanner.scan(text, 0, text.length);
    }
    if (status != LineStatus.GOOD) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "A profile " + scanner.fault().description() + ".",
          "Fetch into a table instead, which sets such profiles aside and counts them.");
    }
    return new Profile(
        distinctId(scanner, text), new Json(raw(scanner, text, LineShape.PROPERTIES)));
  }

  private static String distinctId(LineScanner scanner, byte[] text) {
    return scanner.kind(LineShape.NAME) == ValueKind.STRING
        ? JsonStrings.string(text, scanner.start(LineShape.NAME), scanner.end(LineShape.NAME))
        : raw(scanner, text, LineShape.NAME);
  }

  private static String raw(LineScanner scanner, byte[] text, int slot) {
    return new String(text, scanner.start(slot), scanner.end(slot) - scanner.start(slot), UTF_8);
  }
}
