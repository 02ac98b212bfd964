package dev.mixpaneldata.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.internal.line.JsonStrings;
import dev.mixpaneldata.internal.line.LineReader;
import dev.mixpaneldata.internal.line.LineRepair;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.LineStatus;
import dev.mixpaneldata.internal.line.ValueKind;
import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Reads an {@link Event} from a line. Not thread-safe. */
final class EventDecoder {
  private final Optional<ZoneId> projectZone;
  private final LineScanner scanner = new LineScanner(LineShape.EVENT);
  private byte[] buffer = {};
  private int start;
  private int end;

  EventDecoder(Optional<ZoneId> projectZone) {
    this.projectZone = projectZone;
  }

  Event decode(LineReader line) {
    scan(line);
    return new Event(
        JsonStrings.string(buffer, scanner.start(LineShape.NAME), scanner.end(LineShape.NAME)),
        time(),
        text(LineShape.DISTINCT_ID),
        text(LineShape.INSERT_ID),
        new Json(raw(scanner.start(LineShape.PROPERTIES), scanner.end(LineShape.PROPERTIES))));
  }

  String text(LineReader line) {
    scan(line);
    return raw(start, end);
  }

  private void scan(LineReader line) {
    buffer = line.buffer();
    start = line.start();
    end = line.end();
    LineStatus status = scanner.scan(buffer, start, end);
    if (status == LineStatus.REPAIRABLE) {
      buffer = LineRepair.repair(buffer, start, end);
      start = 0;
      end = buffer.length;
      status = scanner.scan(buffer, start, end);
    }
    if (status != LineStatus.GOOD) {
      throw Export.incomplete("a line " + scanner.fault().description(), null);
    }
  }

  private Optional<Instant> time() {
    int slot = LineShape.TIME;
    if (!scanner.has(slot)
        || scanner.kind(slot) != ValueKind.NUMBER
        || !JsonNumber.fitsLong(buffer, scanner.start(slot), scanner.end(slot))) {
      return Optional.empty();
    }
    long millis = JsonNumber.longValue(buffer, scanner.start(slot), scanner.end(slot));
    return Optional.of(ProjectTime.instant(millis, projectZone));
  }

  private Optional<String> text(int slot) {
    if (!scanner.has(slot)) {
      return Optional.empty();
    }
    return switch (scanner.kind(slot)) {
      case STRING ->
          Optional.of(JsonStrings.string(buffer, scanner.start(slot), scanner.end(slot)));
      case NULL -> Optional.empty();
      default -> Optional.of(raw(scanner.start(slot), scanner.end(slot)));
    };
  }

  private String raw(int from, int to) {
    return new String(buffer, from, to - from, UTF_8);
  }
}
