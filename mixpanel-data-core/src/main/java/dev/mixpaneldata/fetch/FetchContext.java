package dev.mixpaneldata.fetch;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ProjectTimes;
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
 * The settings and collaborators of every fetch of a workspace.
 *
 * @param projectId the project
 * @param region us, eu or in
 * @param projectZone the zone into which times of an older project are shifted
 * @param zoneIsGiven whether the zone, or the absence of one, was given
 * @param dataDirectory the folder of jobs and quarantined lines
 * @param http calls Mixpanel
 * @param waits how long calls may wait
 * @param pacer the time
 * @param loader fills tables
 */
record FetchContext(
    String projectId,
    String region,
    Optional<ZoneId> projectZone,
    boolean zoneIsGiven,
    Path dataDirectory,
    MixpanelHttp http,
    WaitRules waits,
    Pacer pacer,
    Loader loader) {

  /** Returns the context of an account. */
  static FetchContext of(
      ResolvedAccount account, MixpanelHttp http, WaitRules waits, Pacer pacer, Loader loader) {
    return new FetchContext(
        account.credentials().projectId(),
        account.credentials().region().id(),
        account.shiftedInto(),
        account.timeZone().isPresent(),
        account.dataDirectory(),
        http,
        waits,
        pacer,
        loader);
  }

  /** Returns a context with another zone, as given. */
  FetchContext withZone(Optional<ZoneId> zone) {
    return new FetchContext(
        projectId, region, zone, zoneIsGiven, dataDirectory, http, waits, pacer, loader);
  }

  /** Returns a context with another loader. */
  FetchContext with(Loader other) {
    return new FetchContext(
        projectId, region, projectZone, zoneIsGiven, dataDirectory, http, waits, pacer, other);
  }

  /** Returns a client that reports its waits to the listener. */
  MixpanelHttp http(FetchListener listener) {
    return http.with(waits.announcedTo(wait -> listener.waiting(wait.message(), wait.until())));
  }

  /** Returns the rule for the project's times. */
  ProjectTimes times(FetchListener listener) {
    return new ProjectTimes(
        projectId,
        zoneIsGiven ? Optional.of(projectZone.orElse(ZoneOffset.UTC)) : Optional.empty(),
        dataDirectory,
        http(listener),
        pacer,
        listener::olderProject);
  }

  /** Returns the number of export calls that the hour still allows. */
  int callsLeft() {
    return http.quota().remaining(Budget.EXPORT).calls();
  }

  Instant now() {
    return pacer.now();
  }

  /** Returns the last day that Mixpanel accepts: today, in the project's calendar. */
  LocalDate today() {
    return LocalDate.ofInstant(now(), projectZone.orElse(ZoneOffset.UTC));
  }

  /** Returns the range without the days that have not begun yet, which Mixpanel refuses. */
  DateRange untilToday(DateRange range) {
    LocalDate today = today();
    if (range.from().isAfter(today)) {
      throw MixpanelDataException.invalidArgument(
          "The range " + range + " is in the future: today is " + today + ".",
          "Choose days up to " + today + ".");
    }
    return range.to().isAfter(today) ? new DateRange(range.from(), today) : range;
  }

  TableOrigin origin(FetchEvents request) {
    return new TableOrigin(
        projectId,
        region,
        Optional.of(request.range()),
        request.query().events(),
        request.query().where(),
        request.query().limit(),
        projectZone);
  }

  /**
   * Returns the folder of this request's state, where an equal request finds it. The mode of the
   * load is not part of its name, so that a fetch whose table was refused can continue as one that
   * replaces it.
   */
  Path jobFolder(FetchEvents request, boolean sync) {
    String identity =
        String.join(
            "\n",
            region,
            projectId,
            loader.place(request.table()),
            request.range().toString(),
            request.query().events().toString(),
            request.query().where().toString(),
            request.query().limit().toString(),
            projectZone.toString(),
            Boolean.toString(sync));
    return jobFolder(request.table(), identity);
  }

  /** Returns the folder where the pages of this request are kept until they are loaded. */
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
