package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file named on the command line. */
public final class TextFile {
  private TextFile() {}

  /**
   * Larger than any text written by hand; an endless file, such as a device, must end somewhere.
   */
  private static final int LARGEST = 16 * 1024 * 1024;

  /**
   * Returns the whole text of a file. If it cannot be read, the hint says what it should hold.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the file cannot be read or has more
   *     than 16 MB
   */
  public static String read(String file, String hint) {
    try (InputStream stream = Files.newInputStream(Path.of(file))) {
      return read(stream, "The file '" + file + "'", hint);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.INVALID_ARGUMENT, "The file '" + file + "' cannot be read.", hint, e);
    }
  }

  /**
   * Returns the whole text of a stream, which errors call {@code name}.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the stream has more than 16 MB
   */
  public static String read(InputStream stream, String name, String hint) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw MixpanelDataException.invalidArgument(
          name + " has more than " + (LARGEST >> 20) + " MB.", hint);
    }
    // Decoded strictly: a replaced character would change the question.
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
