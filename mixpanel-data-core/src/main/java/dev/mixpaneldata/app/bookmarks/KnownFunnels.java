package dev.mixpaneldata.app.bookmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The saved funnels of a project whose rules are known, kept in a file: a local table computes them
 * without a call.
 */
public final class KnownFunnels {
  /** The time after which Mixpanel is asked again, where it may be. */
  static final Duration FRESH = Duration.ofDays(1);

  private static final String READ_AT = "read_at";
  private static final String FUNNELS = "funnels";

  private final Path file;
  private final Clock clock;
  private final Supplier<Bookmarks> bookmarks;

  /** Keeps the funnels in this file. */
  public KnownFunnels(Path file, Clock clock, Supplier<Bookmarks> bookmarks) {
    this.file = file;
    this.clock = clock;
    this.bookmarks = bookmarks;
  }

  /**
   * A known funnel.
   *
   * @param readAt when Mixpanel described it
   */
  public record Found(KnownFunnel funnel, Instant readAt) {}

  private record Kept(Instant readAt, List<KnownFunnel> funnels) {
    Optional<Found> find(long id) {
      return funnels.stream()
          .filter(f -> f.funnelId() == id)
          .findFirst()
          .map(f -> new Found(f, readAt));
    }
  }

  /**
   * Returns a saved funnel, if all its rules are known.
   *
   * @param mayAsk whether Mixpanel may be asked for the rules (one call of the app API, no query)
   */
  public Optional<Found> find(long id, boolean mayAsk) {
    Optional<Kept> kept = read();
    boolean fresh = kept.filter(k -> clock.instant().isBefore(k.readAt().plus(FRESH))).isPresent();
    Optional<Found> found = kept.flatMap(k -> k.find(id));
    if (!mayAsk || (fresh && found.isPresent())) {
      return found;
    }
    try {
      List<KnownFunnel> all =
          bookmarks.get().list(Optional.of(BookmarkType.FUNNELS)).stream()
              .flatMap(b -> FunnelDefinition.rules(b).stream())
              .toList();
      Kept now = new Kept(clock.instant(), all);
      keep(now);
      return now.find(id);
    } catch (MixpanelDataException unanswered) {
      return found;
    }
  }

  private Optional<Kept> read() {
    try {
      JsonNode root = Mappers.read(Files.readString(file));
      List<KnownFunnel> funnels =
          LenientReader.elements(root.path(FUNNELS)).stream().map(KnownFunnels::funnel).toList();
      return Optional.of(new Kept(Instant.parse(root.path(READ_AT).asText()), funnels));
    } catch (IOException | DateTimeException | MixpanelDataException none) {
      return Optional.empty();
    }
  }

  private static KnownFunnel funnel(JsonNode node) {
    return new KnownFunnel(
        node.path("id").asLong(),
        node.path("name").asText(),
        LenientReader.texts(node.path("steps")),
        node.path("window").asText());
  }

  private void keep(Kept now) {
    List<Map<String, Object>> funnels =
        now.funnels().stream()
            .map(
                f ->
                    Map.<String, Object>of(
                        "id", f.funnelId(),
                        "name", f.name(),
                        "steps", f.steps(),
                        "window", f.window()))
            .toList();
    String text = Mappers.write(Map.of(READ_AT, now.readAt().toString(), FUNNELS, funnels));
    try {
      PrivateFiles.createFolders(file.getParent());
      PrivateFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException full) {
      // The next one asks again.
    }
  }
}
