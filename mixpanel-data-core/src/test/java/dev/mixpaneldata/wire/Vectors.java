package dev.mixpaneldata.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Recorded requests and answers, which are not part of this project. They are looked for in the
 * folder that the system property {@code mixpanel.vectors} names, or beside the checkout in {@code
 * shared/vectors}. In continuous integration (the variable {@code CI}) they must be there;
 * elsewhere tests that need them are skipped.
 */
public final class Vectors {
  private static final Path FOLDER =
      Path.of(System.getProperty("mixpanel.vectors", "../../shared/vectors"));

  private Vectors() {}

  /** One recorded call: its name, and all that was recorded. */
  public record Case(String id, JsonNode content) {
    /** The answer to its first request. */
    public JsonNode answer() {
      return content.path("exchange").path(0).path("answer");
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** The cases of a file that are wanted, at least one. */
  public static Stream<Case> read(String file, Predicate<Case> wanted) {
    Path path = FOLDER.resolve(file);
    Assumptions.assumeTrue(
        Files.exists(path) || System.getenv("CI") != null, "There is no " + path);
    try {
      return Files.readAllLines(path).stream()
          .map(Mappers::read)
          .map(line -> new Case(line.path("id").asText(line.path("call").asText()), line))
          .filter(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
