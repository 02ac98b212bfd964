package dev.mixpaneldata.discovery;

import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.store.ColumnStatistics.ValueCount;
import dev.mixpaneldata.store.EventBreakdown;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.value.DateRange;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names and values in the local tables of events. */
final class LocalNames {
  private static final String PROPERTY = "properties.";

  /** Names of segments that stand for the absence of a value. */
  private static final Set<String> NO_VALUE = Set.of("undefined", "null");

  private final Store store;
  private final Clock clock;
  private final List<TableInfo> tables;

  private LocalNames(Store store, Clock clock, List<TableInfo> tables) {
    this.store = store;
    this.clock = clock;
    this.tables = tables;
  }

  /** Returns the names in the tables of a store, those of the table fetched last first. */
  static LocalNames of(Store store, Clock clock) {
    return new LocalNames(
        store,
        clock,
        store.tables().list().stream()
            .filter(t -> t.type() == TableType.EVENTS && t.origin().range().isPresent())
            .sorted(Comparator.comparing(TableInfo::fetchedAt).reversed())
            .toList());
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** Returns the tables and their days, {@code 'jan' (2026-01-01..2026-01-31)}. */
  String description() {
    return tables.stream()
        .map(t -> "'" + t.name() + "' (" + days(t) + ")")
        .collect(Collectors.joining(", "));
  }

  /** Returns the names of all events, sorted. */
  Optional<List<String>> events() {
    Set<String> names = new TreeSet<>();
    tables.forEach(t -> names.addAll(names(t)));
    return Optional.of(List.copyOf(names));
  }

  private List<String> names(TableInfo table) {
    return store.tables().breakdown(table.name()).events().stream()
        .map(EventBreakdown.EventCount::event)
        .toList();
  }

  /** Returns the names of an event's properties, sorted; empty if no table has the event. */
  Optional<List<String>> properties(String event) {
    Set<String> names = new TreeSet<>();
    tables.forEach(t -> names.addAll(store.tables().keys(t.name(), Optional.of(event))));
    return names.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(names));
  }

  /**
   * Returns the commonest values of a property, of the first table that has some; empty if none
   * has.
   */
  Optional<List<String>> values(PropertyValuesRequest asked) {
    return tables.stream()
        .map(
            t ->
                asked.event().isPresent() ? valuesOf(asked.event().get(), asked, t) : all(asked, t))
        .filter(values -> !values.isEmpty())
        .findFirst();
  }

  private List<String> valuesOf(String event, PropertyValuesRequest asked, TableInfo table) {
    return store
        .reports(LocalScope.of(table.name()).withGaps(true))
        .propertyCounts(
            PropertyCountsRequest.of(event, asked.propertyName(), days(table))
                .with(r -> r.limit(asked.limit())))
        .series()
        .entrySet()
        .stream()
        .filter(value -> !NO_VALUE.contains(value.getKey()))
        .sorted(Comparator.comparing(LocalNames::sum).reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double sum(Map.Entry<String, Map<String, Number>> series) {
    return series.getValue().values().stream().mapToDouble(Number::doubleValue).sum();
  }

  private List<String> all(PropertyValuesRequest asked, TableInfo table) {
    return store
        .tables()
        .column(table.name(), PROPERTY + asked.propertyName(), asked.limit())
        .topValues()
        .stream()
        .map(ValueCount::value)
        .filter(Objects::nonNull)
        .map(String::valueOf)
        .toList();
  }

  /**
   * Returns the commonest events of the day that is today in the table's zone, up to when the table
   * was fetched; empty if no whole table has today and yesterday.
   */
  Optional<List<TopEvent>> topEvents(TopEventsRequest asked) {
    return tables.stream().filter(this::hasToday).findFirst().map(t -> topEvents(asked, t));
  }

  private boolean hasToday(TableInfo table) {
    LocalDate today = today(table);
    return table.origin().events().isEmpty()
        && table.origin().where().isEmpty()
        && table.origin().limit().isEmpty()
        && !days(table).to().isBefore(today)
        && days(table).from().isBefore(today);
  }

  private LocalDate today(TableInfo table) {
    ZoneId zone = table.origin().projectZone().orElse(ZoneOffset.UTC);
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private List<TopEvent> topEvents(TopEventsRequest asked, TableInfo table) {
    LocalDate today = today(table);
    List<TopEvent> top = new ArrayList<>();
    store
        .reports(LocalScope.of(table.name()))
        .eventCounts(
            EventCountsRequest.of(names(table), new DateRange(today.minusDays(1), today))
                .with(r -> r.type(asked.type())))
        .series()
        .forEach(
            (event, days) -> {
              double now = number(days, today);
              double before = number(days, today.minusDays(1));
              if (now > 0) {
                Optional<Double> change =
                    before == 0 ? Optional.empty() : Optional.of(now / before - 1);
                top.add(new TopEvent(event, Math.round(now), change));
              }
            });
    return top.stream()
        .sorted(Comparator.comparing(TopEvent::count).reversed().thenComparing(TopEvent::event))
        .limit(asked.limit())
        .toList();
  }

  private static double number(Map<String, Number> days, LocalDate day) {
    Number number = days.get(day.toString());
    return number == null ? 0 : number.doubleValue();
  }

  private static DateRange days(TableInfo table) {
    return table.origin().range().orElseThrow();
  }
}
