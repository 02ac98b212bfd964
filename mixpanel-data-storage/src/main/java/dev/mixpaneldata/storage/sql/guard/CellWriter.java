package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.value.Json;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the cells that {@link dev.mixpaneldata.store.SqlResult} names, each after its tag. */
final class CellWriter {
  private CellWriter() {}

  static void write(DataOutputStream out, @Nullable Object cell) throws IOException {
    if (cell == null) {
      out.writeByte('N');
    } else if (cell instanceof String text) {
      text(out, 'S', text);
    } else if (cell instanceof Json json) {
      text(out, 'J', json.text());
    } else if (cell instanceof Long number) {
      out.writeByte('L');
      out.writeLong(number);
    } else if (cell instanceof Double number) {
      out.writeByte('D');
      out.writeDouble(number);
    } else if (cell instanceof Boolean truth) {
      out.writeByte(truth ? 'T' : 'F');
    } else if (cell instanceof LocalDateTime time) {
      out.writeByte('t');
      dateTime(out, time);
    } else if (cell instanceof OffsetDateTime time) {
      // Always in UTC.
      out.writeByte('z');
      dateTime(out, time.toLocalDateTime());
    } else if (cell instanceof LocalDate date) {
      out.writeByte('d');
      out.writeLong(date.toEpochDay());
    } else if (cell instanceof LocalTime time) {
      out.writeByte('h');
      out.writeLong(time.toNanoOfDay());
    } else if (cell instanceof BigDecimal number) {
      text(out, 'P', number.toString());
    } else if (cell instanceof BigInteger number) {
      text(out, 'I', number.toString());
    } else if (cell instanceof UUID id) {
      out.writeByte('U');
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    } else if (cell instanceof byte[] bytes) {
      bytes(out, 'B', bytes);
    } else if (cell instanceof List<?> list) {
      out.writeByte('A');
      out.writeInt(list.size());
      for (Object each : list) {
        write(out, each);
      }
    } else if (cell instanceof Map<?, ?> map) {
      out.writeByte('M');
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        write(out, entry.getKey());
        write(out, entry.getValue());
      }
    } else {
      throw new IllegalArgumentException("A cell of " + cell.getClass());
    }
  }

  private static void dateTime(DataOutputStream out, LocalDateTime time) throws IOException {
    out.writeLong(time.toLocalDate().toEpochDay());
    out.writeLong(time.toLocalTime().toNanoOfDay());
  }

  private static void text(DataOutputStream out, char tag, String text) throws IOException {
    bytes(out, tag, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(DataOutputStream out, char tag, byte[] bytes) throws IOException {
    out.writeByte(tag);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
