package dev.mixpaneldata.ui;

import dev.mixpaneldata.chart.web.ChartScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of the page, which are inside the jar. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8");

  private final Map<String, Optional<Asset>> loaded = new ConcurrentHashMap<>();

  /** A file and its type. */
  record Asset(byte[] content, String type) {}

  /** Returns the file at a path; empty if there is none. */
  Optional<Asset> find(String path) {
    return loaded.computeIfAbsent(path, Assets::load);
  }

  private static Optional<Asset> load(String path) {
    return switch (path) {
      case "/" -> load("/index.html");
      case "/chart.js" -> Optional.of(text(ChartScript.script(), "js"));
      case "/chart.css" -> Optional.of(text(ChartScript.style(), "css"));
      default -> path.matches("(/[a-z-]+)+\\.(html|js|css)") ? resource(path) : Optional.empty();
    };
  }

  private static Asset text(String content, String ending) {
    return new Asset(content.getBytes(StandardCharsets.UTF_8), type(ending));
  }

  private static Optional<Asset> resource(String path) {
    try (InputStream stream = Assets.class.getResourceAsStream("web" + path)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(
              new Asset(stream.readAllBytes(), type(path.substring(path.lastIndexOf('.') + 1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String ending) {
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
