package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ExportClient;
import dev.mixpaneldata.http.Sleeper;
import dev.mixpaneldata.profile.ProfileClient;
import dev.mixpaneldata.store.Loader;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What every fetch of a workspace works with.
 *
 * @param projectId the project
 * @param region us, eu or in
 * @param projectZone the zone that times of an older project are shifted into
 * @param dataDirectory where jobs and quarantined lines are kept
 * @param exportCallsLeft how many export calls the hour still allows
 */
public record FetchContext(
    String projectId,
    String region,
    Optional<ZoneId> projectZone,
    Path dataDirectory,
    ExportClient exportClient,
    ProfileClient profileClient,
    Loader loader,
    IntSupplier exportCallsLeft,
    Clock clock,
    Sleeper sleeper) {

  int callsLeft() {
    return exportCallsLeft.getAsInt();
  }

  /** The range without the days that have not begun yet: Mixpanel refuses those. */
  DateRange untilToday(DateRange range) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), projectZone.orElse(ZoneOffset.UTC));
    if (range.from().isAfter(today)) {
      throw MixpanelDataException.invalidArgument(
          "The range " + range + " has not begun yet: today is " + today + ".",
          "Choose days up to " + today + ".");
    }
    return range.to().isAfter(today) ? new DateRange(range.from(), today) : range;
  }

  TableOrigin origin(FetchEvents request) {
    return new TableOrigin(
        projectId,
        region,
        Optional.of(request.range()),
        request.events(),
        request.where(),
        request.limit(),
        projectZone);
  }

  /**
   * Where the state of this request is kept: the same request finds it again. How it is loaded is no
   * part of it, so that a fetch which was refused its table can go on with {@code --replace}.
   */
  Path jobFolder(FetchEvents request, boolean sync) {
    String identity =
        String.join(
            "\n",
            region,
            projectId,
            request.table(),
            request.range().toString(),
            request.events().toString(),
            request.where().toString(),
            request.limit().toString(),
            projectZone.toString(),
            Boolean.toString(sync));
    return dataDirectory
        .resolve("fetch")
        .resolve(projectId)
        .resolve(request.table() + "-" + digest(identity));
  }

  static double seconds(Instant start, Instant end) {
    return Duration.between(start, end).toMillis() / 1000.0;
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
