package dev.mixpaneldata.fetch;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.text.ZoneNames;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.Tables;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.Loader;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Fills local tables from Mixpanel. A fetch that was interrupted in any way, even by a kill,
 * continues when the same request is made again. Readers of the table see its old state until the
 * new one is complete.
 */
public final class Fetch {
  private final FetchContext context;

  /** Makes the fetches of an account over this HTTP client, into these tables. */
  public Fetch(
      ResolvedAccount account, MixpanelHttp http, WaitRules waits, Pacer pacer, Loader loader) {
    this(FetchContext.of(account, http, waits, pacer, loader));
  }

  private Fetch(FetchContext context) {
    this.context = context;
  }

  /**
   * Fetches events into a local table.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code TABLE_EXISTS}, {@code
   *     EXPORT_INCOMPLETE}, or an error of a call
   */
  public FetchResult events(FetchEvents request) {
    return events(request, FetchListener.NONE);
  }

  /** Fetches events as {@link #events(FetchEvents)} does, and reports its progress. */
  public FetchResult events(FetchEvents request, FetchListener listener) {
    Optional<ZoneId> zone =
        request.mode() == FetchMode.REPLACE
            ? context.times(listener).of(request.range())
            : ruleOf(request.table()).orElseGet(() -> context.times(listener).of(request.range()));
    return new EventFetcher(context.withZone(zone), listener)
        .fetch(request, loadMode(request.mode()));
  }

  /** Returns fetches of the same account into the places of another loader. */
  public Fetch into(Loader loader) {
    return new Fetch(context.with(loader));
  }

  /**
   * Fetches events in the place of all that a table or a lake has of their days, as a whole.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code TABLE_NOT_FOUND} for a local table
   *     that does not exist, {@code EXPORT_INCOMPLETE}, or an error of a call
   */
  public FetchResult days(FetchEvents request, FetchListener listener) {
    Optional<ZoneId> zone =
        ruleOf(request.table()).orElseGet(() -> context.times(listener).of(request.range()));
    return new EventFetcher(context.withZone(zone), listener).fetch(request, LoadMode.REPLACE_DAYS);
  }

  /** Returns the zone rule: the given one, else that with which the table was fetched. */
  private Optional<Optional<ZoneId>> ruleOf(String table) {
    return context.zoneIsGiven()
        ? Optional.of(context.projectZone())
        : context.loader().find(table).map(known -> known.origin().projectZone());
  }

  /** Fetches profiles into a local table. */
  public FetchResult profiles(FetchProfiles request) {
    return profiles(request, FetchListener.NONE);
  }

  /** Fetches profiles as {@link #profiles(FetchProfiles)} does, and reports its progress. */
  public FetchResult profiles(FetchProfiles request, FetchListener listener) {
    return new ProfileFetcher(context, listener).fetch(request, loadMode(request.mode()));
  }

  /**
   * Brings a table of events up to date: fetches the days since its last fetch, and the last days
   * before that, which are replaced as a whole.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code TABLE_NOT_FOUND}, {@code
   *     INVALID_ARGUMENT} for a table that cannot be brought up to date, or an error of a call
   */
  public FetchResult sync(SyncEvents request) {
    return sync(request, FetchListener.NONE);
  }

  /** Brings a table up to date as {@link #sync(SyncEvents)} does, and reports its progress. */
  public FetchResult sync(SyncEvents request, FetchListener listener) {
    TableInfo table =
        context
            .loader()
            .find(request.table())
            .orElseThrow(
                () ->
                    MixpanelDataException.of(
                        ErrorCode.TABLE_NOT_FOUND,
                        "There is no table '" + request.table() + "' to bring up to date.",
                        Hint.of("Fetch it first with {}.", Reference.FETCH_EVENTS)));
    TableOrigin origin = table.origin();
    refuseWhatCannotBeSynced(table);
    DateRange fetched = origin.range().orElseThrow();
    LocalDate lookback = fetched.to().minusDays(request.lookbackDays() - 1L);
    LocalDate from = lookback.isBefore(fetched.from()) ? fetched.from() : lookback;
    FetchContext ruled = context.withZone(origin.projectZone());
    LocalDate today = ruled.today();
    DateRange days = new DateRange(from, today.isBefore(from) ? from : today);
    ExportQuery query = new ExportQuery(days, origin.events(), origin.where(), Optional.empty());
    FetchEvents events =
        FetchEvents.of(request.table(), query).with(f -> f.workers(request.workers()));
    return new EventFetcher(ruled, listener).fetch(events, LoadMode.REPLACE_DAYS);
  }

  private void refuseWhatCannotBeSynced(TableInfo table) {
    TableOrigin origin = table.origin();
    if (table.type() != TableType.EVENTS || origin.range().isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The table '" + table.name() + "' holds profiles, which have no days to continue from.",
          Hint.of(
              "Fetch them again: {} with {}.",
              Reference.FETCH_PROFILES,
              Reference.REPLACE_PROFILES));
    }
    if (origin.limit().isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The table '" + table.name() + "' was fetched with a limit, so its days are incomplete.",
          "Fetch it without a limit first.");
    }
    if (!origin.projectId().equals(context.projectId())) {
      throw MixpanelDataException.invalidArgument(
          "The table '" + table.name() + "' belongs to project " + origin.projectId() + ".",
          Hint.anyOf(
              Hint.way("choose the account of that project with {}", Reference.ACCOUNT),
              Hint.way("make it the default with {}", Reference.SWITCH_ACCOUNT)));
    }
    if (context.zoneIsGiven() && !origin.projectZone().equals(context.projectZone())) {
      throw MixpanelDataException.invalidArgument(
          "The table '"
              + table.name()
              + "' was fetched with another rule for times: "
              + origin.projectZone().map(ZoneNames::of).orElse("UTC")
              + ".",
          Hint.anyOf(
              Hint.way("give the time zone of the table for the project"),
              Hint.way(
                  "fetch the table again: {} with {}",
                  Reference.FETCH_EVENTS,
                  Reference.REPLACE_EVENTS)));
    }
  }

  /**
   * Returns what a fetch of events would take.
   *
   * @param tables tell the number of events, if one of them is of the project
   * @param names names the events to be counted, failing instead of waiting
   * @param mixpanel counts events, failing instead of waiting; asked if the request allows it
   */
  public FetchPlan plan(
      FetchPlanRequest request, Tables tables, Discovery names, Reports mixpanel) {
    return new FetchPlanner(context, tables, names, mixpanel).plan(request);
  }

  static LoadMode loadMode(FetchMode mode) {
    return switch (mode) {
      case CREATE -> LoadMode.CREATE;
      case APPEND -> LoadMode.APPEND;
      case REPLACE -> LoadMode.REPLACE;
    };
  }
}
