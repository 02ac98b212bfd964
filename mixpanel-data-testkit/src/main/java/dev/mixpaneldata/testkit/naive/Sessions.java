package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.SessionFigures;
import dev.mixpaneldata.report.SessionsRequest;
import dev.mixpaneldata.report.SessionsResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sessions of users: each user's events in order, with a new session at each pause and each
 * midnight.
 */
final class Sessions {
  private final NaiveProject project;
  private final SessionsRequest request;
  private final TimeBuckets cut;

  /** The events of one session, in order of time. */
  private record Visit(List<NaiveEvent> events) {
    NaiveEvent first() {
      return events.get(0);
    }

    NaiveEvent last() {
      return events.get(events.size() - 1);
    }

    long millis() {
      return last().timeMillis() - first().timeMillis();
    }
  }

  Sessions(NaiveProject project, SessionsRequest request) {
    this.project = project;
    this.request = request;
    this.cut = TimeBuckets.by(request.unit(), request.range());
  }

  SessionsResult result() {
    Predicate<NaiveEvent> wanted =
        NaiveProject.named(request.events())
            .and(project.within(request.range()))
            .and(project.passing(request.where()));
    List<Visit> visits = new ArrayList<>();
    project.eventsByUser(wanted).values().forEach(events -> visits.addAll(visits(events)));
    Map<String, List<Visit>> buckets = new LinkedHashMap<>();
    for (Visit visit : visits) {
      buckets
          .computeIfAbsent(
              cut.nameAt().apply(project.clock(visit.first())), bucket -> new ArrayList<>())
          .add(visit);
    }
    Map<String, SessionFigures> series = new LinkedHashMap<>();
    buckets.forEach((bucket, own) -> series.put(bucket, figures(own)));
    return SessionsResult.of(request, figures(visits), series);
  }

  private List<Visit> visits(List<NaiveEvent> events) {
    List<Visit> visits = new ArrayList<>();
    for (NaiveEvent event : events) {
      if (visits.isEmpty() || !goesOn(visits.get(visits.size() - 1).last(), event)) {
        visits.add(new Visit(new ArrayList<>()));
      }
      visits.get(visits.size() - 1).events().add(event);
    }
    return visits;
  }

  private boolean goesOn(NaiveEvent last, NaiveEvent next) {
    return project.clock(last).toLocalDate().equals(project.clock(next).toLocalDate())
        && next.timeMillis() - last.timeMillis() <= request.timeout().toMillis();
  }

  private static SessionFigures figures(List<Visit> visits) {
    return SessionFigures.of(
        visits.stream().map(visit -> visit.first().distinctId()).distinct().count(),
        visits.stream().mapToLong(visit -> visit.events().size()).sum(),
        visits.stream().mapToLong(Visit::millis).toArray());
  }
}
