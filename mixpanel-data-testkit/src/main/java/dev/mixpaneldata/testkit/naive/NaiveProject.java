package dev.mixpaneldata.testkit.naive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.expression.EvaluationException;
import dev.mixpaneldata.testkit.expression.Evaluator;
import dev.mixpaneldata.testkit.expression.Subject;
import dev.mixpaneldata.testkit.expression.Value;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The data behind the reports: events in order of time, profiles, and the project's clock. */
final class NaiveProject {
  /** Events that Mixpanel keeps apart; only a report that names them counts them. */
  private static final Set<String> SET_ASIDE = Set.of("$hotshard_events", "$hotshard_record");

  private final List<NaiveEvent> events;
  private final Map<String, JsonNode> users = new HashMap<>();
  private final ZoneId zone;
  private final List<Profile> profiles;
  private final ExpressionOptions options;
  private final Evaluator evaluator;
  private final Optional<Instant> until;
  private final Function<Cohort, Predicate<String>> mixpanels;

  NaiveProject(
      List<NaiveEvent> events,
      List<Profile> profiles,
      ZoneId zone,
      ExpressionOptions options,
      Optional<Instant> until) {
    this(
        events,
        profiles,
        zone,
        options,
        until,
        cohort -> {
          throw new IllegalArgumentException("Mixpanel alone knows the users of " + cohort);
        });
  }

  private NaiveProject(
      List<NaiveEvent> events,
      List<Profile> profiles,
      ZoneId zone,
      ExpressionOptions options,
      Optional<Instant> until,
      Function<Cohort, Predicate<String>> mixpanels) {
    this.mixpanels = mixpanels;
    this.events = events.stream().sorted(NaiveEvent.ORDER).toList();
    this.profiles = List.copyOf(profiles);
    profiles.forEach(user -> users.put(user.distinctId(), Profile.readableProperties(user.json())));
    this.zone = zone;
    this.options = options;
    this.evaluator = new Evaluator(options);
    this.until = until;
  }

  NaiveProject until(Instant end) {
    return new NaiveProject(events, profiles, zone, options, Optional.of(end), mixpanels);
  }

  /** Returns the project with the members of cohorts that Mixpanel alone knows. */
  NaiveProject knowing(Function<Cohort, Predicate<String>> members) {
    return new NaiveProject(events, profiles, zone, options, until, members);
  }

  /** Returns a test of whether an id is in a cohort that Mixpanel alone knows. */
  Predicate<String> mixpanels(Cohort cohort) {
    return mixpanels.apply(cohort);
  }

  /** Returns the project with the events of these users alone, and all profiles. */
  NaiveProject among(Predicate<String> ids) {
    return new NaiveProject(
        events(event -> ids.test(event.distinctId())), profiles, zone, options, until, mixpanels);
  }

  /** Returns a test of ids for which the profile meets the condition. */
  Predicate<String> profiled(String where) {
    Expression condition = Expression.parse(where);
    Set<String> ids = new HashSet<>();
    users.forEach(
        (id, properties) -> {
          Subject subject = Subject.profile(properties);
          try {
            if (evaluator.evaluate(condition, subject).equals(new Value.Truth(true))) {
              ids.add(id);
            }
          } catch (EvaluationException refused) {
            throw MixpanelDataException.invalidArgument(
                refused.getMessage() + ".", "Mixpanel refuses the whole request, too.");
          }
        });
    return ids::contains;
  }

  /** Returns the events that pass, in order of time. */
  List<NaiveEvent> events(Predicate<NaiveEvent> wanted) {
    return events.stream().filter(wanted).toList();
  }

  /**
   * Returns the events of each user that pass, in order of time; events without a user are left
   * out.
   */
  Map<String, List<NaiveEvent>> eventsByUser(Predicate<NaiveEvent> wanted) {
    return events.stream()
        .filter(NaiveEvent::hasUser)
        .filter(wanted)
        .collect(
            Collectors.groupingBy(NaiveEvent::distinctId, LinkedHashMap::new, Collectors.toList()));
  }

  /** Returns a test of events on days of the range by the project's clock, both ends inclusive. */
  Predicate<NaiveEvent> within(DateRange range) {
    return event -> {
      LocalDate day = clock(event).toLocalDate();
      return !day.isBefore(range.from()) && !day.isAfter(range.to());
    };
  }

  /**
   * Returns a test of events of these names; without names, of all but those that Mixpanel sets
   * aside.
   */
  static Predicate<NaiveEvent> named(List<String> names) {
    return names.isEmpty()
        ? event -> !SET_ASIDE.contains(event.name())
        : event -> names.contains(event.name());
  }

  /** Returns a test of events of this name that pass the filter. */
  Predicate<NaiveEvent> selected(String name, Optional<String> where) {
    return named(List.of(name)).and(passing(where));
  }

  /** Returns a test of events that pass the filter. */
  Predicate<NaiveEvent> passing(Optional<String> where) {
    if (where.isEmpty()) {
      return event -> true;
    }
    Expression condition = Expression.parse(where.get());
    return event -> value(condition, event).equals(new Value.Truth(true));
  }

  /** Returns the local time of an event on the project's clock. */
  LocalDateTime clock(NaiveEvent event) {
    return clock(event.timeMillis());
  }

  LocalDateTime clock(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), zone);
  }

  /** Returns the instant at which a day of the project begins. */
  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Returns the last days of the data. */
  DateRange last(TimeSpan span) {
    Instant end =
        until.orElseThrow(
            () -> MixpanelDataException.cannotAnswer("No end is known.", "Give dates."));
    return span.upTo(clock(end.toEpochMilli() - 1).toLocalDate());
  }

  /** Returns the end of the data, exclusive, if it is known. */
  Optional<Instant> until() {
    return until;
  }

  /** Returns the expression's value for an event; {@code user[…]} reads the profile of its user. */
  Value value(Expression expression, NaiveEvent event) {
    Subject subject = Subject.event(event.name(), event.timeMillis(), event.properties());
    JsonNode user = users.get(event.distinctId());
    try {
      return evaluator.evaluate(expression, user == null ? subject : subject.withUser(user));
    } catch (EvaluationException refused) {
      throw MixpanelDataException.invalidArgument(
          refused.getMessage() + ".", "Mixpanel refuses the whole request, too.");
    }
  }

  /** Returns the split of events by an expression. */
  Breakdown breakdown(String on) {
    return new Breakdown(this, Expression.on(on), evaluator);
  }
}
