package dev.mixpaneldata.testkit;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.EventDays;
import dev.mixpaneldata.testkit.dataset.FileDays;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.dataset.WrittenDays;
import dev.mixpaneldata.testkit.dataset.WrittenProfiles;
import dev.mixpaneldata.testkit.endpoint.FakeProject;
import dev.mixpaneldata.testkit.endpoint.JoinedIdentities;
import dev.mixpaneldata.testkit.endpoint.JqlRunner;
import dev.mixpaneldata.testkit.endpoint.Project;
import dev.mixpaneldata.testkit.endpoint.SavedEntities;
import dev.mixpaneldata.testkit.endpoint.SavedFlows;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.endpoint.SavedInsights;
import dev.mixpaneldata.testkit.endpoint.SavedMetrics;
import dev.mixpaneldata.testkit.endpoint.WhereLanguage;
import dev.mixpaneldata.testkit.limit.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The settings of a {@link FakeMixpanel}. By default it holds no data, has no limits, runs by the
 * system's clock, and is an American project in UTC created after 2022. Used by one thread.
 */
public final class FakeMixpanelBuilder {

  private EventDays events = Dataset.empty().events();
  private List<Profile> profiles = List.of();
  private Limits limits = Limits.none();
  private Clock clock = Clock.systemUTC();
  private Project project = Project.standard();
  private Optional<WhereLanguage> where = Optional.empty();
  private Optional<ZoneId> olderProjectZone = Optional.empty();
  private OptionalInt maxDataHistoryDays = OptionalInt.empty();
  private final Map<String, Set<String>> cohorts = new HashMap<>();
  private final Map<String, String> lookupTables = new HashMap<>();
  private final List<SavedFunnel> funnels = new ArrayList<>();
  private final List<SavedInsights> insights = new ArrayList<>();
  private final List<SavedFlows> flows = new ArrayList<>();
  private final List<String> bookmarks = new ArrayList<>();
  private final List<String> schemas = new ArrayList<>();
  private final List<String> metrics = new ArrayList<>();
  private final List<String> behaviors = new ArrayList<>();
  private String businessContext = "";
  private final Map<String, List<String>> entities = new HashMap<>();
  private JqlRunner jql = JqlRunner.NONE;
  private Predicate<String> bearerTokens = token -> false;
  private boolean multiMember;
  private boolean badCredentialsAreBadRequest;
  private int unknownProjectStatus = 403;

  FakeMixpanelBuilder() {}

  /** Serves the events and profiles of a dataset, in place of those set before. */
  public FakeMixpanelBuilder dataset(Dataset dataset) {
    this.events = dataset.events();
    this.profiles = dataset.profiles();
    return this;
  }

  /** Serves exactly these lines for each UTC day; they need not be sound JSON. */
  public FakeMixpanelBuilder events(Map<LocalDate, List<String>> lines) {
    this.events = Dataset.of(lines, List.of()).events();
    return this;
  }

  /** Serves these profiles, each a JSON object with {@code $distinct_id}. */
  public FakeMixpanelBuilder profiles(List<String> json) {
    this.profiles = json.stream().map(Profile::parse).toList();
    return this;
  }

  /**
   * Serves events from files {@code yyyy-MM-dd.jsonl.gz} with times in milliseconds. A single day
   * is sent as it is. Several days are sent as they are, one gzip member each, if {@link
   * #multiMember} is set.
   */
  public FakeMixpanelBuilder exportFiles(Path folder) {
    this.events = FileDays.in(folder);
    this.multiMember = true;
    return this;
  }

  /** Sends exports of whole days as one gzip member a day, compressed once. Default false. */
  public FakeMixpanelBuilder multiMember(boolean enabled) {
    this.multiMember = enabled;
    return this;
  }

  /** Holds clients to these limits. */
  public FakeMixpanelBuilder limits(Limits allowed) {
    this.limits = allowed;
    return this;
  }

  /** Sets the clock that decides which day is today and moves the windows of the limits. */
  public FakeMixpanelBuilder clock(Clock source) {
    this.clock = source;
    return this;
  }

  /** Sets the project's id. */
  public FakeMixpanelBuilder projectId(long id) {
    this.project = project.withId(id);
    return this;
  }

  /** Sets the only credentials that are accepted. */
  public FakeMixpanelBuilder serviceAccount(String username, String secret) {
    this.project = project.withServiceAccount(username, secret);
    return this;
  }

  /** Accepts this bearer token beside the service account. */
  public FakeMixpanelBuilder bearerToken(String token) {
    return bearerTokens(token::equals);
  }

  /** Accepts the bearer tokens that pass, such as those that a fake vendor gives. */
  public FakeMixpanelBuilder bearerTokens(Predicate<String> valid) {
    bearerTokens = bearerTokens.or(valid);
    return this;
  }

  /** Sets the zone that {@code /me} reports, such as {@code US/Pacific}. */
  public FakeMixpanelBuilder timezone(String zone) {
    this.project = project.withTimezone(zone);
    return this;
  }

  /** Sets the region that {@code /me} reports, such as {@code eu.mixpanel.com}. */
  public FakeMixpanelBuilder domain(String domain) {
    this.project = project.withDomain(domain);
    return this;
  }

  /**
   * Makes the project one created before 2023: days of an export are days of this zone, and times
   * are its wall clock reported as if it were UTC. {@code /me} reports this zone.
   */
  public FakeMixpanelBuilder olderProject(ZoneId zone) {
    this.olderProjectZone = Optional.of(zone);
    return timezone(zone.getId());
  }

  /**
   * Sets the number of past days that the plan lets exports reach; earlier days are answered with
   * 403.
   */
  public FakeMixpanelBuilder maxDataHistoryDays(int days) {
    this.maxDataHistoryDays = OptionalInt.of(days);
    return this;
  }

  /** Sets the members of a cohort, for {@code filter_by_cohort}. */
  public FakeMixpanelBuilder cohort(long id, Set<String> distinctIds) {
    cohorts.put(Long.toString(id), Set.copyOf(distinctIds));
    return this;
  }

  /** Adds a saved funnel, which is also a bookmark of the same id. */
  public FakeMixpanelBuilder funnel(SavedFunnel funnel) {
    funnels.add(funnel);
    return this;
  }

  /** Adds a saved Insights report, which is also a bookmark of the same id. */
  public FakeMixpanelBuilder insights(SavedInsights report) {
    insights.add(report);
    return this;
  }

  /** Adds a saved Flows report, which is also a bookmark of the same id. */
  public FakeMixpanelBuilder flows(SavedFlows report) {
    flows.add(report);
    return this;
  }

  /**
   * Adds another bookmark: a JSON object with {@code id}, {@code name} and {@code type} at least.
   */
  public FakeMixpanelBuilder bookmark(String json) {
    bookmarks.add(json);
    return this;
  }

  /**
   * Adds what Mixpanel's web application manages: a JSON object with an {@code id} at least.
   *
   * @param kind its kind, such as {@code annotations}; {@link FakeMixpanel#entities} has the same
   */
  public FakeMixpanelBuilder entity(String kind, String json) {
    entities.computeIfAbsent(kind, key -> new ArrayList<>()).add(json);
    return this;
  }

  /** Adds a schema: a JSON object with {@code entityType}, {@code name} and {@code schemaJson}. */
  public FakeMixpanelBuilder schema(String json) {
    schemas.add(json);
    return this;
  }

  /**
   * Adds a saved metric: a JSON object with {@code id}, {@code name}, {@code type} and {@code
   * definition}.
   */
  public FakeMixpanelBuilder metric(String json) {
    metrics.add(json);
    return this;
  }

  /** Adds a saved behavior: a JSON object like that of a metric. */
  public FakeMixpanelBuilder behavior(String json) {
    behaviors.add(json);
    return this;
  }

  /** Sets what people wrote about the project, in Markdown. */
  public FakeMixpanelBuilder businessContext(String text) {
    this.businessContext = text;
    return this;
  }

  /** A lookup table of this id, a UUID, with its CSV. */
  public FakeMixpanelBuilder lookupTable(String id, String csv) {
    lookupTables.put(id, csv);
    return this;
  }

  /** Runs scripts, but for those of core's own statistics, which are always understood. */
  public FakeMixpanelBuilder jql(JqlRunner runner) {
    this.jql = runner;
    return this;
  }

  /**
   * Sets the language of {@code where} parameters. By default it is Mixpanel's, {@link
   * ExpressionWhere}.
   */
  public FakeMixpanelBuilder where(WhereLanguage language) {
    this.where = Optional.of(language);
    return this;
  }

  /** Answers wrong credentials with 400 {@code Unable to authenticate request}, not 401. */
  public FakeMixpanelBuilder badCredentialsAreBadRequest() {
    this.badCredentialsAreBadRequest = true;
    return this;
  }

  /** Sets the status that answers a foreign {@code project_id}: 400, or 403, the default. */
  public FakeMixpanelBuilder unknownProjectStatus(int status) {
    this.unknownProjectStatus = status;
    return this;
  }

  /** Starts the fake on a free port. */
  public FakeMixpanel start() {
    WrittenProfiles people = new WrittenProfiles(profiles);
    FakeProject world =
        new FakeProject(
            project,
            new WrittenDays(events),
            people,
            new WrittenProfiles(List.of()),
            new JoinedIdentities(),
            new ConcurrentHashMap<>(lookupTables),
            clock,
            where.orElseGet(() -> expressions(people)),
            olderProjectZone,
            maxDataHistoryDays,
            cohorts,
            multiMember,
            new SavedEntities(funnels, insights, flows, bookmarks, schemas, entities),
            new SavedMetrics(metrics, behaviors),
            businessContext,
            jql,
            unknownProjectStatus);
    return new FakeMixpanel(world, limits, bearerTokens, badCredentialsAreBadRequest);
  }

  private WhereLanguage expressions(WrittenProfiles people) {
    ZoneId zone = olderProjectZone.orElse(ZoneOffset.UTC);
    ExpressionOptions options =
        ExpressionOptions.defaults().withDatetimeZone(zone).withClock(clock);
    return where -> new ExpressionWhere(options, people.list()).parse(where);
  }
}
