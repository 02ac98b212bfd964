package dev.mixpaneldata.fetch;

import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.UnreachableException;
import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.export.Export;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.export.ProjectTime;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Determines whether a project was created before 2023, so that its times are shifted. Mixpanel
 * reports the project's zone, but not when the project was created; its events show it. Mixpanel's
 * time of processing, which is never shifted, comes shortly after the time of an event that was
 * sent as it happened.
 */
final class ZoneRule {
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

  private final FetchContext context;
  private final FetchListener listener;
  private final MixpanelHttp http;

  ZoneRule(FetchContext context, FetchListener listener) {
    this.context = context;
    this.listener = listener;
    this.http = context.http(listener);
  }

  /** Returns the zone into which the project's times are shifted; empty if they are in UTC. */
  Optional<ZoneId> of(DateRange days) {
    if (context.zoneIsGiven() || days.from().isAfter(context.today().plusDays(1))) {
      return context.projectZone();
    }
    Path file = context.dataDirectory().resolve(context.projectId() + FILE);
    Optional<ZoneId> known = read(file);
    if (known.isPresent()) {
      return known.filter(zone -> !ProjectZone.isUtc(zone));
    }
    Optional<Optional<ZoneId>> found = find(days);
    found.ifPresent(zone -> keep(file, zone.orElse(ZoneOffset.UTC)));
    Optional<ZoneId> rule = found.orElse(Optional.empty());
    rule.ifPresent(listener::olderProject);
    return rule;
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
      PrivateFiles.createFolders(context.dataDirectory());
      PrivateFiles.replace(file, zone.getId().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw FetchErrors.disk("The project's time zone cannot be kept in " + file, e);
    }
  }

  /** Returns the zone, or an inner empty for UTC; empty if neither can be determined. */
  private Optional<Optional<ZoneId>> find(DateRange days) {
    Optional<ZoneId> told = ProjectZone.toldByMixpanel(http);
    if (told.isEmpty() || ProjectZone.isUtc(told.get())) {
      return told.map(utc -> Optional.empty());
    }
    ExportQuery sample = new ExportQuery(days, List.of(), Optional.empty(), Optional.of(SAMPLE));
    Export export = new Export(http, Optional.empty());
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
