package dev.mixpaneldata.app.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.app.EntityReader;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An answer to an export of the Lexicon, kept or written to a file. */
final class ExportedLexicon {
  private ExportedLexicon() {}

  static LexiconExport of(JsonNode answer, Optional<Path> file) {
    if (answer.isTextual()) {
      return new LexiconExport(
          Optional.of("pending"),
          Optional.of(answer.textValue()),
          Optional.empty(),
          Optional.empty(),
          Map.of());
    }
    if (answer.isObject() && file.isEmpty()) {
      return new LexiconExport(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          EntityReader.fields(answer));
    }
    if (answer.isObject()) {
      return written(answer, file.get());
    }
    throw new MixpanelDataException(
        ErrorCode.BAD_RESPONSE,
        "Mixpanel's export of the Lexicon is not an object. It answered: "
            + new Json(answer.toString()),
        "Try again later.");
  }

  private static LexiconExport written(JsonNode answer, Path file) {
    byte[] bytes = (answer.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      PrivateFiles.replace(file.toAbsolutePath(), bytes);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The Lexicon cannot be written to " + file + ".",
          "Choose a folder that exists and that you may write to.",
          e);
    }
    return new LexiconExport(
        Optional.empty(),
        Optional.empty(),
        Optional.of(file),
        Optional.of((long) bytes.length),
        Map.of());
  }
}
