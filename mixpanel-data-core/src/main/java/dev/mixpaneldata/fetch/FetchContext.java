package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.spi.Loader;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What every fetch of a workspace works with.
 *
 * @param projectId the project
 * @param region us, eu or in
 * @param projectZone the zone that times of an older project are shifted into
 * @param zoneIsGiven whether somebody said which zone it is, or that there is none
 * @param dataDirectory where jobs and quarantined lines are kept
 * @param http calls Mixpanel
 * @param waits how long calls may wait
 * @param pacer the time
 * @param loader fills tables
 */
public record FetchContext(
    String projectId,
    String region,
    Optional<ZoneId> projectZone,
    boolean zoneIsGiven,
    Path dataDirectory,
    MixpanelHttp http,
    WaitRules waits,
    Pacer pacer,
    Loader loader) {

  /** The same with another rule for times. */
  FetchContext withZone(Optional<ZoneId> zone) {
    return new FetchContext(
        projectId, region, zone, zoneIsGiven, dataDirectory, http, waits, pacer, loader);
  }

  /** A client whose waits the listener hears. */
  MixpanelHttp http(FetchListener listener) {
    return http.with(waits.announcedTo(wait -> listener.waiting(wait.message(), wait.until())));
  }

  /** How many export calls the hour still allows. */
  int callsLeft() {
    return http.quota().remaining(Budget.EXPORT).calls();
  }

  Instant now() {
    return pacer.now();
  }

  /** The last day that Mixpanel takes: today, in the project's calendar. */
  LocalDate today() {
    return LocalDate.ofInstant(now(), projectZone.orElse(ZoneOffset.UTC));
  }

  /** The range without the days that have not begun yet: Mixpanel refuses those. */
  DateRange untilToday(DateRange range) {
    LocalDate today = today();
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
   * Where the state of this request is kept: the same request finds it again. How it is loaded is
   * no part of it, so that a fetch which was refused its table can continue as one that replaces
   * it.
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
    return jobFolder(request.table(), identity);
  }

  /** Where the pages of this request are kept until they are loaded. */
  Path profileFolder(FetchProfiles request) {
    return jobFolder(request.table(), "profiles\n" + region + "\n" + projectId);
  }

  private Path jobFolder(String table, String identity) {
    return dataDirectory
        .resolve("fetch")
        .resolve(projectId)
        .resolve(TableName.inFileName(table) + "-" + Sha256.hex(identity).substring(0, 12));
  }

  static double seconds(Instant start, Instant end) {
    return Duration.between(start, end).toMillis() / 1000.0;
  }
}
