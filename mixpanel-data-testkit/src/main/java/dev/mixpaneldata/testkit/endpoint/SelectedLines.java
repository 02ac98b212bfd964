package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.testkit.dataset.EventLine;
import dev.mixpaneldata.testkit.dataset.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The lines of an export that are wanted, with their times in the requested unit and zone, made
 * while they are read. Lines that are not JSON pass if the request does not test their content.
 */
final class SelectedLines extends InputStream {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExportSelection selection;
  private final Optional<ZoneId> shiftedZone;
  private final Iterator<InputStream> days;
  private Lines lines = new Lines(InputStream.nullInputStream());
  private byte[] current = {};
  private int position;
  private int sent;

  /**
   * Selects from days that hold at least every wanted line.
   *
   * @param shiftedZone set for an older project
   */
  SelectedLines(
      ExportSelection selection, Optional<ZoneId> shiftedZone, Iterator<InputStream> days) {
    this.selection = selection;
    this.shiftedZone = shiftedZone;
    this.days = days;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == current.length && !advance()) {
      return -1;
    }
    int count = Math.min(length, current.length - position);
    System.arraycopy(current, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private boolean advance() throws IOException {
    while (sent < selection.limit()) {
      Optional<byte[]> line = lines.next();
      if (line.isPresent()) {
        Optional<byte[]> wanted = wantedForm(line.get());
        if (wanted.isPresent()) {
          current = Arrays.copyOf(wanted.get(), wanted.get().length + 1);
          current[current.length - 1] = '\n';
          position = 0;
          sent++;
          return true;
        }
      } else if (days.hasNext()) {
        lines.close();
        lines = new Lines(days.next());
      } else {
        return false;
      }
    }
    return false;
  }

  private Optional<byte[]> wantedForm(byte[] bytes) {
    EventLine line = new EventLine(bytes);
    OptionalLong time = line.timeMillis();
    if (time.isEmpty()) {
      return passes(bytes) ? Optional.of(bytes) : Optional.empty();
    }
    long millis = time.getAsLong();
    if (shiftedZone.isPresent()) {
      LocalDateTime local =
          LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), shiftedZone.get());
      LocalDate day = local.toLocalDate();
      if (day.isBefore(selection.from()) || day.isAfter(selection.to())) {
        return Optional.empty();
      }
      millis = local.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
    if (!passes(bytes)) {
      return Optional.empty();
    }
    return Optional.of(line.withTime(selection.milliseconds() ? millis : millis / 1000));
  }

  private boolean passes(byte[] bytes) {
    if (selection.events().isEmpty() && selection.where().isEmpty()) {
      return true;
    }
    try {
      JsonNode event = JSON.readTree(bytes);
      return selection
              .events()
              .map(names -> names.contains(event.path("event").asText()))
              .orElse(true)
          && selection.where().map(where -> where.test(event)).orElse(true);
    } catch (IOException malformed) {
      return false;
    }
  }
}
