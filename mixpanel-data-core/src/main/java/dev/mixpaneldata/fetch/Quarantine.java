package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Keeps lines that could not be taken as they came, one JSON object a line: {@code part}, {@code
 * line} (its number in the answer), {@code why}, and {@code text}, or {@code base64} where it is
 * not UTF-8. The file is made with the first line.
 */
final class Quarantine implements AutoCloseable {
  private final Path file;
  private final String part;
  private @Nullable OutputStream out;

  Quarantine(Path file) throws IOException {
    this.file = file;
    this.part = String.valueOf(file.getFileName());
    Files.deleteIfExists(file);
  }

  void keep(long number, String why, byte[] line) {
    ObjectNode entry = Mappers.json().createObjectNode();
    entry.put("part", part).put("line", number).put("why", why);
    try {
      entry.put("text", UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException e) {
      entry.put("base64", Base64.getEncoder().encodeToString(line));
    }
    try {
      if (out == null) {
        out = new BufferedOutputStream(Files.newOutputStream(file));
      }
      out.write((entry + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  @Override
  public void close() {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        throw new DiskException(e);
      }
    }
  }
}
