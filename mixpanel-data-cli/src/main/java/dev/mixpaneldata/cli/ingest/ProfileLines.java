package dev.mixpaneldata.cli.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.ingest.ProfileOperation;
import dev.mixpaneldata.ingest.ProfileUpdate;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Reads changes of profiles from options and from files. */
final class ProfileLines {
  /** Without the rest of a text it would take {@code 3 apples} for 3. */
  private static final ObjectReader JSON =
      Mappers.json().reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ProfileOperation operation;
  private final Optional<String> groupKey;

  ProfileLines(ProfileOperation operation, Optional<String> groupKey) {
    this.operation = operation;
    this.groupKey = groupKey;
  }

  /** The change of one profile, its properties as {@code name=value}. */
  ProfileUpdate one(String id, List<String> options) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      boolean takesValue = operation != ProfileOperation.UNSET;
      if (takesValue && equals < 1) {
        throw MixpanelDataException.invalidArgument(
            "The property '" + option + "' has no value.", "Write name=value.");
      }
      properties.put(
          takesValue ? option.substring(0, equals) : option,
          takesValue ? value(option.substring(equals + 1)) : "");
    }
    return update(id, properties);
  }

  /** The changes of a file, or of standard input for {@code -}; to be closed. */
  Stream<ProfileUpdate> of(String file, InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                file.equals("-") ? in : Files.newInputStream(Path.of(file)),
                StandardCharsets.UTF_8));
    AtomicLong number = new AtomicLong();
    return reader
        .lines()
        .onClose(() -> close(reader))
        .filter(line -> number.incrementAndGet() > 0 && !line.isBlank())
        .map(line -> line(line, number.get()));
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProfileUpdate line(String text, long number) {
    try {
      JsonNode line = JSON.readTree(text);
      JsonNode id = first(line, "$distinct_id", "distinct_id", "$group_id", "id");
      JsonNode given = first(line, "$properties", "properties");
      Map<String, Object> properties = new LinkedHashMap<>();
      if (operation != ProfileOperation.DELETE) {
        given.forEach(name -> properties.put(name.asText(), ""));
      }
      if (given.isObject() && operation != ProfileOperation.DELETE) {
        properties.clear();
        given.properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        properties.replaceAll((name, value) -> plain((JsonNode) value));
      }
      return update(id.asText(), properties);
    } catch (JsonProcessingException e) {
      throw MixpanelDataException.invalidArgument(
          "Line " + number + " is not JSON: " + e.getOriginalMessage() + ".",
          "Give one JSON object a line, with $distinct_id and $properties.");
    } catch (MixpanelDataException e) {
      throw e.withMessage("Line " + number + ": " + e.getMessage());
    }
  }

  private static JsonNode first(JsonNode line, String... names) {
    for (String name : names) {
      if (line.has(name)) {
        return line.path(name);
      }
    }
    return line.path(names[0]);
  }

  private ProfileUpdate update(String id, Map<String, Object> properties) {
    return new ProfileUpdate(operation, groupKey, id, properties);
  }

  private static Object value(String text) {
    try {
      return plain(JSON.readTree(text));
    } catch (JsonProcessingException plainText) {
      return text;
    }
  }

  /** A value as Java has it; nothing at all is an empty text. */
  private static Object plain(JsonNode json) {
    Object value = json.isMissingNode() ? null : Mappers.json().convertValue(json, Object.class);
    return value == null ? "" : value;
  }
}
