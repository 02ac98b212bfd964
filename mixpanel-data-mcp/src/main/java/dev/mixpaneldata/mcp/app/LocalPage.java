package dev.mixpaneldata.mcp.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notice that a page of a project is served on this machine: a private file in the data folder,
 * which is removed at the page's end. A process that was killed leaves the file, so the notice
 * counts only while its process runs. It has the port and no token.
 */
public final class LocalPage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalPage.class);

  private static final String PORT = "port";
  private static final String PROCESS = "process";
  private static final String STARTED = "started";
  private static final int MOST = 65_535;

  private final Path file;
  private final byte[] notice;

  private LocalPage(Path file, byte[] notice) {
    this.file = file;
    this.notice = notice;
  }

  /**
   * Gives notice of the page of a workspace's project; empty where there is no project, or where
   * the folder cannot be written, for the page works without.
   */
  public static Optional<LocalPage> announce(Workspace workspace, int port) {
    try {
      ResolvedAccount account = workspace.account();
      return Optional.of(
          announce(account.dataDirectory(), account.credentials().projectId(), port));
    } catch (MixpanelDataException | UncheckedIOException e) {
      LOG.debug("No notice of the page was given", e);
      return Optional.empty();
    }
  }

  /**
   * Gives notice of a page.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static LocalPage announce(Path dataDirectory, String projectId, int port) {
    ProcessHandle self = ProcessHandle.current();
    String text = Mappers.write(Map.of(PORT, port, PROCESS, self.pid(), STARTED, started(self)));
    LocalPage page = new LocalPage(file(dataDirectory, projectId), bytes(text));
    try {
      PrivateFiles.createFolders(dataDirectory);
      PrivateFiles.replace(page.file, page.notice);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page;
  }

  /** Returns the address of the page of a workspace's project; empty if none is served. */
  public static Optional<URI> find(Workspace workspace) {
    ResolvedAccount account;
    try {
      account = workspace.account();
    } catch (MixpanelDataException withoutCredentials) {
      return Optional.empty();
    }
    return find(account.dataDirectory(), account.credentials().projectId());
  }

  /** Returns the address of the page of a project; empty if none is served. */
  public static Optional<URI> find(Path dataDirectory, String projectId) {
    Path file = file(dataDirectory, projectId);
    try {
      if (!Files.isRegularFile(file) || !PrivateFiles.isOwn(file)) {
        return Optional.empty();
      }
      JsonNode notice = Mappers.read(Files.readString(file));
      int port = notice.path(PORT).asInt();
      boolean served =
          ProcessHandle.of(notice.path(PROCESS).asLong())
              .filter(ProcessHandle::isAlive)
              .filter(process -> started(process).equals(notice.path(STARTED).asText()))
              .isPresent();
      return served && port > 0 && port <= MOST
          ? Optional.of(URI.create("http://127.0.0.1:" + port + "/"))
          : Optional.empty();
    } catch (IOException | RuntimeException unreadable) {
      // Without a notice the page inside assistants has a command in place of a link.
      return Optional.empty();
    }
  }

  /** Tells processes apart whose number is the same; empty where the system does not say. */
  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static Path file(Path dataDirectory, String projectId) {
    return dataDirectory.resolve(projectId + ".page.json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the notice back, unless a later page has given another. */
  @Override
  public void close() {
    try {
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), notice)) {
        Files.delete(file);
      }
    } catch (IOException gone) {
      // The notice counts for nothing once the process has ended.
    }
  }
}
