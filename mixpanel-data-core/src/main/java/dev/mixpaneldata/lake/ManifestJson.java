package dev.mixpaneldata.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PropertyColumn;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.Mappers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of a manifest as JSON. Fields that are not known are left alone by readers. */
final class ManifestJson {
  private static final Set<String> TYPES = Set.of("VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN");

  private static final Set<String> REGIONS = Set.of("us", "eu", "in");

  /** Ids of projects name folders, so that they must not lead elsewhere. */
  private static final Pattern PROJECT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** The fault of a text that is not a manifest, without a full stop. */
  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;

    Fault(String message) {
      super(message);
    }
  }

  private ManifestJson() {}

  static String write(LakeManifest manifest) {
    LakeSource source = manifest.source();
    ObjectNode root = Mappers.json().createObjectNode();
    root.put("version", LakeManifest.VERSION)
        .put("project", source.project())
        .put("region", source.region())
        .put("timezone", source.timezone().getId())
        .put("shifted", source.shifted());
    source.events().forEach(root.putArray("events")::add);
    source.where().ifPresent(where -> root.put("where", where));
    ArrayNode columns = root.putArray("columns");
    for (LakeColumn column : manifest.columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("property", column.property())
          .put("type", column.type())
          .put("misfits", column.misfits())
          .put("nulls", column.nulls());
    }
    ObjectNode days = root.putObject("days");
    manifest.days().forEach((day, content) -> write(days.putObject(day.toString()), content));
    return root.toPrettyString() + "\n";
  }

  private static void write(ObjectNode node, LakeDay day) {
    ArrayNode files = node.putArray("files");
    for (LakeFile file : day.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("rows", file.rows())
          .put("bytes", file.bytes());
    }
    node.put("written", day.written().toString());
    day.fingerprint().ifPresent(text -> node.put("fingerprint", text));
  }

  static LakeManifest read(String json, String place) {
    try {
      JsonNode root = Mappers.json().readTree(json);
      if (root == null || !root.path("version").isInt()) {
        throw new Fault("it has no version");
      }
      if (root.path("version").asInt() > LakeManifest.VERSION) {
        throw newer(place, root.path("version").asInt());
      }
      return new LakeManifest(source(root), columns(root.path("columns")), days(root));
    } catch (JsonProcessingException e) {
      throw unreadable(place, "it is not JSON", e);
    } catch (DateTimeException e) {
      throw unreadable(place, Visible.line(String.valueOf(e.getMessage())), e);
    } catch (Fault e) {
      throw unreadable(place, String.valueOf(e.getMessage()), e);
    }
  }

  private static LakeSource source(JsonNode root) {
    List<String> events = new ArrayList<>();
    root.path("events").forEach(event -> events.add(event.asText()));
    JsonNode where = root.path("where");
    String project = text(root, "project");
    String region = root.path("region").asText("us");
    if (!PROJECT.matcher(project).matches() || !REGIONS.contains(region)) {
      throw new Fault("it names a project or a region that cannot be");
    }
    return new LakeSource(
        project,
        region,
        ZoneId.of(text(root, "timezone")),
        root.path("shifted").asBoolean(),
        events,
        where.isTextual() ? Optional.of(where.asText()) : Optional.empty());
  }

  private static List<LakeColumn> columns(JsonNode nodes) {
    List<LakeColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : nodes) {
      String name = text(node, "name");
      if (!PropertyColumn.canHave(name) || !names.add(name.toLowerCase(Locale.ROOT))) {
        throw new Fault("no column can have the name '" + Visible.line(name) + "'");
      }
      if (!TYPES.contains(text(node, "type"))) {
        throw new Fault("the column '" + Visible.line(name) + "' has a type that is not known");
      }
      columns.add(
          new LakeColumn(
              name,
              text(node, "property"),
              text(node, "type"),
              node.path("misfits").asLong(),
              node.path("nulls").asLong()));
    }
    return columns;
  }

  private static NavigableMap<LocalDate, LakeDay> days(JsonNode root) {
    NavigableMap<LocalDate, LakeDay> days = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("days").properties()) {
      LocalDate day = LocalDate.parse(entry.getKey());
      days.put(day, day(day, entry.getValue()));
    }
    return days;
  }

  private static LakeDay day(LocalDate day, JsonNode node) {
    List<LakeFile> files = new ArrayList<>();
    for (JsonNode file : node.path("files")) {
      String path = text(file, "path");
      if (!LakeLayout.isIn(day, path)) {
        throw new Fault("a file of " + day + " is not in its folder: " + Visible.line(path));
      }
      files.add(new LakeFile(path, number(file, "rows"), number(file, "bytes")));
    }
    JsonNode fingerprint = node.path("fingerprint");
    return new LakeDay(
        files,
        Instant.parse(text(node, "written")),
        fingerprint.isTextual() ? Optional.of(fingerprint.asText()) : Optional.empty());
  }

  private static String text(JsonNode node, String field) {
    @Nullable JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new Fault("a text '" + field + "' is missing");
    }
    return value.asText();
  }

  private static long number(JsonNode node, String field) {
    @Nullable JsonNode value = node.get(field);
    if (value == null || !value.canConvertToLong() || value.asLong() < 0) {
      throw new Fault("a number '" + field + "' is missing");
    }
    return value.asLong();
  }

  private static MixpanelDataException newer(String place, int version) {
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED,
        "The lake "
            + place
            + " has the form "
            + version
            + ", and this release reads forms up to "
            + LakeManifest.VERSION
            + ".",
        "Update mixpanel-data.");
  }

  private static MixpanelDataException unreadable(String place, String why, Exception cause) {
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED,
        "The " + LakeLayout.MANIFEST + " of the lake " + place + " cannot be read: " + why + ".",
        "Restore it from a copy, or write the lake again to a new folder.",
        cause);
  }
}
