package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The store of whole answers as files, for the session that they were made for. The oldest give way
 * to new ones, and all are deleted with the session; those of a killed server are deleted by the
 * next one. Thread-safe.
 */
public final class ResultStore implements AutoCloseable {
  /** The start of every address. */
  public static final String SCHEME = "mixpanel://results/";

  private static final int MOST = 50;

  private final Map<String, Path> files = new LinkedHashMap<>();
  private @Nullable WorkFolder folder;

  /** Keeps a JSON text and returns its address. */
  public synchronized String keep(String json) {
    try {
      if (folder == null) {
        folder =
            WorkFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "mixpanel-mcp-results-");
      }
      String id = UUID.randomUUID().toString();
      Path file = folder.path().resolve(id + ".json");
      try (FileChannel channel = PrivateFiles.create(file)) {
        PrivateFiles.write(channel, json.getBytes(StandardCharsets.UTF_8));
      }
      files.put(id, file);
      forgetOldest();
      return SCHEME + id;
    } catch (IOException e) {
      throw new UncheckedIOException("A long answer could not be kept", e);
    }
  }

  /** Returns the text at an address; empty if it is gone. */
  public synchronized Optional<String> read(String address) {
    Path file = address.startsWith(SCHEME) ? files.get(address.substring(SCHEME.length())) : null;
    try {
      return file == null ? Optional.empty() : Optional.of(Files.readString(file));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private void forgetOldest() throws IOException {
    Iterator<Path> oldest = files.values().iterator();
    while (files.size() > MOST) {
      Files.deleteIfExists(oldest.next());
      oldest.remove();
    }
  }

  @Override
  public synchronized void close() {
    try {
      files.clear();
      if (folder != null) {
        folder.close();
        folder = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Kept answers could not be deleted", e);
    }
  }
}
