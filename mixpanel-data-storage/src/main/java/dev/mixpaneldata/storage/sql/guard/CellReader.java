package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.value.Json;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the cells that {@link CellWriter} writes. */
final class CellReader {
  private CellReader() {}

  static @Nullable Object read(DataInputStream in) throws IOException {
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case 'N' -> null;
      case 'S' -> text(in);
      case 'J' -> new Json(text(in));
      case 'L' -> in.readLong();
      case 'D' -> in.readDouble();
      case 'T' -> true;
      case 'F' -> false;
      case 't' -> dateTime(in);
      case 'z' -> dateTime(in).atOffset(ZoneOffset.UTC);
      case 'd' -> LocalDate.ofEpochDay(in.readLong());
      case 'h' -> LocalTime.ofNanoOfDay(in.readLong());
      case 'P' -> new BigDecimal(text(in));
      case 'I' -> new BigInteger(text(in));
      case 'U' -> new UUID(in.readLong(), in.readLong());
      case 'B' -> bytes(in);
      case 'A' -> list(in, in.readInt());
      case 'M' -> map(in, in.readInt());
      default -> throw new IOException("A cell of the kind " + tag);
    };
  }

  /** Reads this number of cells. */
  static List<@Nullable Object> list(DataInputStream in, int size) throws IOException {
    List<@Nullable Object> cells = new ArrayList<>(Math.min(size, 1000));
    for (int i = 0; i < size; i++) {
      cells.add(read(in));
    }
    return Collections.unmodifiableList(cells);
  }

  private static Map<Object, @Nullable Object> map(DataInputStream in, int size)
      throws IOException {
    Map<Object, @Nullable Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Object key = read(in);
      cells.put(key == null ? "null" : key, read(in));
    }
    return Collections.unmodifiableMap(cells);
  }

  private static LocalDateTime dateTime(DataInputStream in) throws IOException {
    LocalDate day = LocalDate.ofEpochDay(in.readLong());
    return LocalDateTime.of(day, LocalTime.ofNanoOfDay(in.readLong()));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }
}
