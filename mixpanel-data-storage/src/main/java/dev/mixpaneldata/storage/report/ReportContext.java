package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.ExpressionCompiler;
import dev.mixpaneldata.storage.expression.PropertyReader;
import dev.mixpaneldata.storage.expression.SqlValues;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.index.TableIndexes;
import dev.mixpaneldata.storage.shard.Tally;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The shared state of the queries of one report, on one table and over one connection. */
final class ReportContext {
  /** The number of rows in which names are looked for. */
  static final int SAMPLE = 5_000;

  /** The name of the rows that queries read. */
  static final String ROWS = "matching";

  /** A condition that all rows pass, and that no condition of a report is like. */
  static final String EVERYTHING = "(event_name IS NULL OR TRUE)";

  /** Events that are counted only where they are named (page on hot shard limits). */
  static final List<String> UNCOUNTED_EVENTS = List.of("$hotshard_events", "$hotshard_record");

  private final EventQueries queries;
  private final LocalScope scope;
  private final LocalCopy events;
  private final IndexUse index;
  private final ProfileTables profiles;
  private final LocalClock clock;
  private final ExpressionOptions expressions;

  /** The condition that follows an id for the scope's cohort, once a query has needed it. */
  private Optional<String> users = Optional.empty();

  ReportContext(
      EventQueries queries,
      LocalScope scope,
      LocalCopy events,
      IndexUse index,
      ProfileTables profiles) {
    this.queries = queries;
    this.index = index;
    this.scope = scope;
    this.events = events;
    this.profiles = profiles;
    this.clock = new LocalClock(scope.zone().orElseGet(events::zone));
    // All conditions of a report have one NOW.
    Clock asked = scope.expressions().clock();
    this.expressions = scope.expressions().withClock(Clock.fixed(asked.instant(), asked.getZone()));
  }

  /** Opens the context of one report on a local table. */
  static ReportContext open(Connection connection, LocalScope scope, TableIndexes indexes)
      throws SQLException {
    Catalog catalog = new Catalog(connection);
    List<CatalogTable> tables = catalog.list();
    Optional<CatalogTable> known =
        tables.stream().filter(t -> t.name().equalsIgnoreCase(scope.table())).findFirst();
    CatalogTable table = known.isPresent() ? known.get() : catalog.require(scope.table());
    if (table.type() != TableType.EVENTS) {
      throw MixpanelDataException.invalidArgument(
          "The table '" + table.name() + "' holds profiles.", "Name a table of events.");
    }
    return new ReportContext(
        new LocalQueries(connection),
        scope,
        LocalCopy.of(catalog, table),
        new IndexUse(indexes.find(connection, table)),
        new LocalProfiles(catalog, tables, scope));
  }

  LocalScope scope() {
    return scope;
  }

  IndexUse index() {
    return index;
  }

  /** Returns the number of the table's rows. */
  long size() throws SQLException {
    long[] size = new long[1];
    Select counted = Select.from(events.quotedName()).column("count(*)", "n");
    look(Sharded.added(counted, false, List.of(), List.of("n")), row -> size[0] = row.getLong(1));
    return size[0];
  }

  LocalClock clock() {
    return clock;
  }

  LocalCopy events() {
    return events;
  }

  Coverage coverage() {
    return new Coverage(events, scope, clock, new UnknownEvents(this));
  }

  /** Returns rows of the scope's users, for one query. */
  EventRows rows() throws SQLException {
    Optional<Cohort> cohort = scope.cohort();
    if (cohort.isPresent() && users.isEmpty()) {
      users = Optional.of(new CohortUsers(this).condition(cohort.get()));
      tellSize(users.get());
    }
    return new EventRows(events, index, profiles, users);
  }

  private void tellSize(String condition) throws SQLException {
    Select size =
        index
            .any()
            .map(
                found ->
                    Select.from(found.users())
                        .column("count(*)", "users")
                        .where("id <> ''")
                        .where("id " + condition))
            .orElseGet(
                () ->
                    stored(EVERYTHING)
                        .column("count(DISTINCT distinct_id)", "users")
                        .where("coalesce(distinct_id, '') " + condition)
                        .where("distinct_id <> ''"));
    look(
        Sharded.added(size, true, List.of(), List.of("users")),
        row -> scope.listener().cohort(row.getLong("users")));
  }

  /** Returns the table's rows in question, as they are stored. */
  Select stored(String inQuestion) {
    events.inQuestion(inQuestion);
    return Select.from(events.quotedName()).where(inQuestion);
  }

  /** Returns the properties of some rows in question, to look for names in. */
  Select sample(String inQuestion) {
    return stored(inQuestion).column("properties", "properties").limit(SAMPLE);
  }

  /** Rows of all users. */
  EventRows everybody() {
    return new EventRows(events, index, profiles, Optional.empty());
  }

  ExpressionCompiler compiler(PropertyReader rows) {
    return new ExpressionCompiler(rows, expressions);
  }

  /** Returns a condition; without an expression it passes all rows. */
  Condition condition(EventRows rows, Optional<String> where) {
    return where
        .map(text -> compiler(rows).condition(Expression.parse(text)))
        .orElse(new Condition("TRUE", "FALSE", false));
  }

  /** All rows that are in question. */
  Select passing(EventRows rows, String inQuestion) throws SQLException {
    return passing(rows, inQuestion, new Condition("TRUE", "FALSE", false));
  }

  /** The rows that are in question and pass, once it is sure that the condition may be used. */
  Select passing(EventRows rows, String inQuestion, Condition condition) throws SQLException {
    new UnknownProperties(this).tell(rows.properties(), inQuestion);
    Select base = rows.select(inQuestion);
    refuseMisuse(base, condition);
    return base;
  }

  /** Refuses a condition that Mixpanel would refuse for one of these rows. */
  void refuseMisuse(Select rows, Condition condition) throws SQLException {
    if (!condition.canFail()) {
      return;
    }
    Select misuse =
        Select.from(ROWS).with(ROWS, rows).column("1", "misuse").where(condition.misuse()).limit(1);
    run(
        Sharded.any(misuse),
        row -> {
          throw new MixpanelDataException(
              ErrorCode.QUERY_FAILED,
              "The filter joins a value by and/or that is neither true nor false.",
              "Compare it, such as properties[\"x\"] == true, or write"
                  + " boolean(properties[\"x\"]).");
        });
  }

  /** Runs a query and reads its rows. */
  void run(Sharded query, EventQueries.RowReader reader) throws SQLException {
    scope.listener().sql(query.whole().text());
    look(query, reader);
  }

  /** Runs a query that is no part of the report's own computation. */
  void look(Sharded query, EventQueries.RowReader reader) throws SQLException {
    queries.run(query, reader);
  }

  /** Runs a query that needs all events of a user in one place, and has a tally read its rows. */
  <T extends Tally<T>> void tally(Select query, T tally) throws SQLException {
    scope.listener().sql(query.text());
    queries.tally(query, tally);
  }

  /**
   * Returns the condition for events of these names on these days; no names for all events that
   * reports count.
   */
  String events(Collection<String> names, DateRange range) {
    return named(names) + " AND " + within(range);
  }

  /**
   * Returns the condition for events of these names; no names for all events that reports count.
   */
  static String named(Collection<String> names) {
    if (names.size() == 1) {
      return "event_name = " + SqlValues.text(names.iterator().next());
    }
    return names.isEmpty()
        ? "event_name NOT IN " + SqlValues.texts(UNCOUNTED_EVENTS)
        : "event_name IN " + SqlValues.texts(names);
  }

  /** Returns the days of the range, as a condition on {@code event_time}. */
  String within(DateRange range) {
    return clock.within("event_time", range);
  }

  /** Returns the table of profiles that the scope means. */
  LocalCopy profiles() {
    return profiles.get();
  }
}
