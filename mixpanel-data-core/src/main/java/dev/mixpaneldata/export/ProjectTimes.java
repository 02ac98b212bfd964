package dev.mixpaneldata.export;

import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.UnreachableException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The zone that a project's times are shifted into. Unless given, it determines once whether the
 * project was created before 2023, so that its times are shifted. Mixpanel reports the project's
 * zone, but not when the project was created; its events show it. Mixpanel's time of processing,
 * which is never shifted, comes shortly after the time of an event that was sent as it happened.
 */
public final class ProjectTimes {
  /** The number of events in the sample; one call. */
  private static final long SAMPLE = 500;

  /** The fewest events that allow a conclusion. */
  private static final int FEWEST = 5;

  /** The factor by which one reading must fit more often than the other. */
  private static final int CLEARLY = 4;

  /** The time within which an event that was sent as it happened is processed. */
  private static final Duration SOON = Duration.ofMinutes(50);

  /** The time by which the clock of a device may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(2);

  /** The failures of a single answer: the events before them count. */
  private static final Set<ErrorCode> OF_ONE_ANSWER =
      Set.of(
          ErrorCode.EXPORT_INCOMPLETE,
          ErrorCode.NETWORK_ERROR,
          ErrorCode.TIMEOUT,
          ErrorCode.BAD_RESPONSE);

  /** The file with the result, so that each project is sampled once. */
  private static final String FILE = ".time-zone";

  private final String projectId;
  private final Optional<ZoneId> given;
  private final Path folder;
  private final MixpanelHttp http;
  private final Pacer pacer;
  private final Consumer<ZoneId> found;

  /**
   * Makes the rule of a project.
   *
   * @param given the zone if it was given; UTC for a project that is known to be newer
   * @param folder keeps what was determined
   * @param found receives the zone of an older project when it is determined, once per project
   */
  public ProjectTimes(
      String projectId,
      Optional<ZoneId> given,
      Path folder,
      MixpanelHttp http,
      Pacer pacer,
      Consumer<ZoneId> found) {
    this.projectId = projectId;
    this.given = given;
    this.folder = folder;
    this.http = http;
    this.pacer = pacer;
    this.found = found;
  }

  /** Returns the zone into which times are shifted, as far as it is known without a call. */
  public Optional<ZoneId> known() {
    return given.or(() -> read(file())).filter(zone -> !ProjectZone.isUtc(zone));
  }

  /**
   * Returns the zone into which times of these days are shifted; empty if they are in UTC. The
   * first use costs a call of the app API, and one export call where the zone is not UTC.
   */
  public Optional<ZoneId> of(DateRange days) {
    boolean isLater =
        days.from().isAfter(LocalDate.ofInstant(pacer.now(), ZoneOffset.UTC).plusDays(1));
    if (given.isPresent() || isLater || read(file()).isPresent()) {
      return known();
    }
    Optional<Optional<ZoneId>> determined = find(days);
    determined.ifPresent(zone -> keep(file(), zone.orElse(ZoneOffset.UTC)));
    Optional<ZoneId> rule = determined.orElse(Optional.empty());
    rule.ifPresent(found);
    return rule;
  }

  private Path file() {
    return folder.resolve(projectId + FILE);
  }

  private static Optional<ZoneId> read(Path file) {
    try {
      return Optional.of(ProjectZone.parse(Files.readString(file)));
    } catch (IOException | MixpanelDataException notYet) {
      return Optional.empty();
    }
  }

  private void keep(Path file, ZoneId zone) {
    try {
      PrivateFiles.createFolders(folder);
      PrivateFiles.replace(file, zone.getId().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw DiskFailure.of("call", "The project's time zone cannot be kept in " + file, e);
    }
  }

  /** Returns the zone, or an inner empty for UTC; empty if neither can be determined. */
  private Optional<Optional<ZoneId>> find(DateRange days) {
    Optional<ZoneId> told = ProjectZone.toldByMixpanel(http);
    if (told.isEmpty() || ProjectZone.isUtc(told.get())) {
      return told.map(utc -> Optional.empty());
    }
    ExportQuery sample = new ExportQuery(days, List.of(), Optional.empty(), Optional.of(SAMPLE));
    Export export = new Export(http, range -> Optional.empty());
    Votes votes = new Votes(told.get());
    try (Stream<Event> events = export.events(sample)) {
      events.forEach(votes::count);
    } catch (MixpanelDataException e) {
      if (!OF_ONE_ANSWER.contains(e.code()) || e instanceof UnreachableException) {
        throw e;
      }
    }
    return votes.outcome();
  }

  /** The numbers of events that fit each reading of their times. */
  private static final class Votes {
    private final ZoneId zone;
    private int shifted;
    private int utc;

    Votes(ZoneId zone) {
      this.zone = zone;
    }

    void count(Event event) {
      long processed =
          Mappers.read(event.properties().text()).path("mp_processing_time_ms").asLong();
      if (processed == 0 || event.time().isEmpty()) {
        return;
      }
      Instant arrived = Instant.ofEpochMilli(processed);
      Instant asUtc = event.time().get();
      Instant asShifted = ProjectTime.instant(asUtc.toEpochMilli(), Optional.of(zone));
      boolean fitsUtc = isSoon(asUtc, arrived);
      boolean fitsShifted = isSoon(asShifted, arrived);
      if (fitsUtc != fitsShifted) {
        shifted += fitsShifted ? 1 : 0;
        utc += fitsUtc ? 1 : 0;
      }
    }

    private static boolean isSoon(Instant happened, Instant arrived) {
      Duration delay = Duration.between(happened, arrived);
      return delay.compareTo(SOON) < 0 && delay.plus(AHEAD).compareTo(Duration.ZERO) > 0;
    }

    Optional<Optional<ZoneId>> outcome() {
      if (shifted >= FEWEST && shifted > CLEARLY * utc) {
        return Optional.of(Optional.of(zone));
      }
      return utc >= FEWEST && utc > CLEARLY * shifted
          ? Optional.of(Optional.empty())
          : Optional.empty();
    }
  }
}
