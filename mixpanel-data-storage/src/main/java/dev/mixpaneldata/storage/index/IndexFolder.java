package dev.mixpaneldata.storage.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.storage.file.FileMark;
import dev.mixpaneldata.storage.file.IndexPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder with the indexes of one database file: for each table an entry and its rows. */
record IndexFolder(Path path) {
  private static final String ENTRY = ".json";
  private static final String LOCK = "lock";

  /** The form of entries and of rows; others are as if they were not there. */
  private static final int VERSION = 1;

  static IndexFolder beside(Path database) {
    return new IndexFolder(IndexPath.beside(database));
  }

  /** Returns the entry of a table; empty if there is none that can be read. */
  Optional<IndexEntry> find(String table) {
    try {
      return read(path.resolve(entryName(table)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns all entries that can be read. */
  List<IndexEntry> all() throws IOException {
    List<IndexEntry> entries = new ArrayList<>();
    for (Path file : files()) {
      if (file.toString().endsWith(ENTRY)) {
        read(file).ifPresent(entries::add);
      }
    }
    return entries;
  }

  void put(IndexEntry entry) throws IOException {
    make();
    ObjectNode json = Mappers.json().createObjectNode();
    json.put("version", VERSION).put("table", entry.table()).put("load", entry.load());
    json.put("size", entry.mark().size()).put("modified", entry.mark().modified());
    entry.data().ifPresent(data -> json.put("data", data));
    entry.columns().forEach(json.putArray("columns")::add);
    entry.types().forEach(json.putObject("types")::put);
    entry.varied().stream().sorted().forEach(json.putArray("varied")::add);
    entry.wanted().forEach(json.putArray("wanted")::add);
    PrivateFiles.replace(
        path.resolve(entryName(entry.table())), Mappers.json().writeValueAsBytes(json));
  }

  void remove(String table) throws IOException {
    Files.deleteIfExists(path.resolve(entryName(table)));
  }

  /** Returns the place of a file. */
  Path file(String name) {
    return path.resolve(name);
  }

  /** Takes the right to build here; empty if another process has it. */
  Optional<LockedFile> lock() throws IOException {
    make();
    return LockedFile.tryOpen(path.resolve(LOCK));
  }

  /** Sweeps as {@link #sweep} does, unless somebody builds here, who will. */
  void sweepUnlessBuilding() throws IOException {
    Optional<LockedFile> lock = lock();
    if (lock.isPresent()) {
      try (LockedFile held = lock.get()) {
        sweep();
      }
    }
  }

  /**
   * Removes the rows that no entry has, and what builds that were killed have left; for who has the
   * lock.
   */
  void sweep() throws IOException {
    Set<String> kept = new HashSet<>(Set.of(LOCK));
    all().forEach(entry -> entry.data().ifPresent(kept::add));
    for (Path file : files()) {
      String name = String.valueOf(file.getFileName());
      if (!name.endsWith(ENTRY) && !kept.contains(name)) {
        PrivateFiles.removeTree(file);
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.toList();
    }
  }

  private static Optional<IndexEntry> read(Path file) throws IOException {
    try {
      JsonNode json = Mappers.json().readTree(Files.readAllBytes(file));
      if (json.path("version").asInt() != VERSION) {
        return Optional.empty();
      }
      return Optional.of(
          new IndexEntry(
              json.path("table").asText(),
              json.path("load").asText(),
              new FileMark(json.path("size").asLong(), json.path("modified").asLong()),
              Optional.of(json.path("data").asText()).filter(data -> !data.isEmpty()),
              texts(json.path("columns")),
              types(json.path("types")),
              new HashSet<>(texts(json.path("varied"))),
              texts(json.path("wanted"))));
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> types(JsonNode object) {
    Map<String, String> types = new HashMap<>();
    object.fields().forEachRemaining(field -> types.put(field.getKey(), field.getValue().asText()));
    return types;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private void make() throws IOException {
    PrivateFiles.folder(
        Objects.requireNonNull(path.getParent()), String.valueOf(path.getFileName()));
  }

  /** Names of tables may be as long as names of files, and may differ by case alone elsewhere. */
  private static String entryName(String table) {
    return Sha256.half(table.toLowerCase(Locale.ROOT)) + ENTRY;
  }
}
