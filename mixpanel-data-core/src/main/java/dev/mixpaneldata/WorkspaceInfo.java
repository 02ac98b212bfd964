package dev.mixpaneldata;

import dev.mixpaneldata.quota.CallsLeft;
import dev.mixpaneldata.store.StoreContents.EventRows;
import dev.mixpaneldata.store.StoreContents.TableDays;
import dev.mixpaneldata.value.Tabular;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to know of a workspace before the first question: the day, the project, the local tables
 * with their days and events, and the calls that are left.
 *
 * @param today the current day in the project's time zone, or in UTC where that is unknown
 * @param timezone the project's time zone; empty if it is unknown
 * @param projectName the project's name; empty if it is unknown
 * @param projectId the project; empty if no credentials are known
 * @param region us, eu or in
 * @param account the account's name, if it comes from the configuration file
 * @param path the database file, whether or not it exists
 * @param sizeMb its size in millions of bytes, 0 if there is none yet
 * @param createdAt the time when it was made
 * @param firstDay the first day with an event in a local table; empty where there is none
 * @param lastDay the last day with an event in a local table; empty where there is none
 * @param tables the local tables
 * @param events the event names with most rows in a local table, at most {@value #MOST_EVENTS}
 * @param moreEvents the number of event names that are left out
 * @param calls the calls of this hour; empty if no credentials are known
 */
public record WorkspaceInfo(
    LocalDate today,
    Optional<String> timezone,
    Optional<String> projectName,
    Optional<String> projectId,
    Optional<String> region,
    Optional<String> account,
    Path path,
    double sizeMb,
    Optional<Instant> createdAt,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    List<TableDays> tables,
    List<EventRows> events,
    int moreEvents,
    List<CallsLeft> calls)
    implements Tabular {
  /** The most event names that are listed. */
  public static final int MOST_EVENTS = 20;

  public WorkspaceInfo {
    tables = List.copyOf(tables);
    events = List.copyOf(events);
    calls = List.copyOf(calls);
  }

  @Override
  public List<String> header() {
    return List.of(
        "today",
        "timezone",
        "project_name",
        "project_id",
        "region",
        "account",
        "path",
        "size_mb",
        "first_day",
        "last_day",
        "tables",
        "calls");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return List.of(
        Arrays.<@Nullable Object>asList(
            today,
            timezone.orElse(null),
            projectName.orElse(null),
            projectId.orElse(null),
            region.orElse(null),
            account.orElse(null),
            path.toString(),
            sizeMb,
            firstDay.orElse(null),
            lastDay.orElse(null),
            String.join(", ", tables.stream().map(TableDays::name).toList()),
            String.join(", ", calls.stream().map(CallsLeft::inWords).toList())));
  }
}
