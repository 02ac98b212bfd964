package dev.mixpaneldata.fetch;

import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.store.EventBreakdown.EventCount;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.Tables;
import dev.mixpaneldata.value.DateRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Estimates what a fetch takes. The number of events comes from a local table of the project, as an
 * average of its days, or from Mixpanel's counts, if these are allowed.
 */
final class FetchPlanner {
  /** The most event names of one query: what fits into an address. */
  private static final int NAMES_A_QUERY = 100;

  /** The most queries for counts. */
  private static final int MOST_QUERIES = 5;

  private final FetchContext context;
  private final Tables tables;
  private final Discovery names;
  private final Reports mixpanel;

  /**
   * Makes a planner.
   *
   * @param names names events, failing instead of waiting
   * @param mixpanel counts events, failing instead of waiting
   */
  FetchPlanner(FetchContext context, Tables tables, Discovery names, Reports mixpanel) {
    this.context = context;
    this.tables = tables;
    this.names = names;
    this.mixpanel = mixpanel;
  }

  private record Estimate(Optional<Long> events, String basis) {}

  /** Returns the plan of a fetch. Makes no call unless the request allows it. */
  FetchPlan plan(FetchPlanRequest request) {
    FetchEvents fetch = request.fetch();
    DateRange days = context.untilToday(fetch.range());
    int left = context.callsLeft();
    int calls =
        fetch.query().limit().isPresent()
            ? 1
            : WindowPlan.windows(days, left, fetch.workers(), fetch.chunkDays()).size();
    Estimate estimate = limited(estimate(fetch, days, request.count()), fetch);
    return FetchPlan.of(days, calls, left, estimate.events(), estimate.basis());
  }

  private Estimate estimate(FetchEvents fetch, DateRange days, boolean count) {
    Optional<Estimate> local = ofTable(fetch, days);
    if (local.isPresent()) {
      return local.get();
    }
    if (!count) {
      return new Estimate(Optional.empty(), "no local table to go by");
    }
    try {
      return counted(fetch, days);
    } catch (MixpanelDataException e) {
      if (e.code() != ErrorCode.RATE_LIMITED) {
        throw e;
      }
      return new Estimate(
          Optional.empty(), "no local table to go by, and the hour's queries are used");
    }
  }

  private static Estimate limited(Estimate estimate, FetchEvents fetch) {
    Optional<Long> limit = fetch.query().limit();
    if (limit.isPresent()) {
      long most = estimate.events().map(n -> Math.min(n, limit.get())).orElse(limit.get());
      return new Estimate(Optional.of(most), "the limit of " + limit.get());
    }
    return fetch.query().where().isPresent() && estimate.events().isPresent()
        ? new Estimate(estimate.events(), estimate.basis() + "; at most, as there is a filter")
        : estimate;
  }

  private Optional<Estimate> ofTable(FetchEvents fetch, DateRange days) {
    return tables.list().stream()
        .filter(t -> isWhole(t) && t.origin().projectId().equals(context.projectId()))
        .max(
            Comparator.comparing((TableInfo t) -> common(t.origin().range().orElseThrow(), days))
                .thenComparing(TableInfo::fetchedAt))
        .map(t -> average(t, fetch, days));
  }

  private static boolean isWhole(TableInfo table) {
    return table.type() == TableType.EVENTS
        && table.origin().range().isPresent()
        && table.origin().events().isEmpty()
        && table.origin().where().isEmpty()
        && table.origin().limit().isEmpty();
  }

  private static long common(DateRange a, DateRange b) {
    long first = Math.max(a.from().toEpochDay(), b.from().toEpochDay());
    long last = Math.min(a.to().toEpochDay(), b.to().toEpochDay());
    return Math.max(0, last - first + 1);
  }

  private Estimate average(TableInfo table, FetchEvents fetch, DateRange days) {
    DateRange fetched = table.origin().range().orElseThrow();
    List<String> events = fetch.query().events();
    long rows = events.isEmpty() ? table.rowCount() : rows(table, events);
    double aDay = (double) rows / fetched.days();
    return new Estimate(
        Optional.of(Math.round(aDay * days.days())),
        "%,.0f a day in the table '%s' of %s".formatted(aDay, table.name(), fetched));
  }

  private long rows(TableInfo table, List<String> events) {
    return tables.breakdown(table.name()).events().stream()
        .filter(e -> events.contains(e.event()))
        .mapToLong(EventCount::count)
        .sum();
  }

  private Estimate counted(FetchEvents fetch, DateRange days) {
    List<String> asked = fetch.query().events();
    List<String> all = asked.isEmpty() ? names.events() : asked;
    int counted = Math.min(all.size(), NAMES_A_QUERY * MOST_QUERIES);
    long sum = 0;
    for (int from = 0; from < counted; from += NAMES_A_QUERY) {
      List<String> some = all.subList(from, Math.min(counted, from + NAMES_A_QUERY));
      sum +=
          mixpanel.eventCounts(EventCountsRequest.of(some, days)).series().values().stream()
              .flatMap(byDay -> byDay.values().stream())
              .mapToLong(Number::longValue)
              .sum();
    }
    return new Estimate(
        Optional.of(sum),
        counted < all.size()
            ? "counted by Mixpanel, the first %d of %d event names".formatted(counted, all.size())
            : "counted by Mixpanel");
  }
}
