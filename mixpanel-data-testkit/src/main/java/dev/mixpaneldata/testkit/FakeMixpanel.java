package dev.mixpaneldata.testkit;

import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.endpoint.Endpoints;
import dev.mixpaneldata.testkit.endpoint.FakeProject;
import dev.mixpaneldata.testkit.endpoint.Family;
import dev.mixpaneldata.testkit.endpoint.Project;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.endpoint.Router;
import dev.mixpaneldata.testkit.endpoint.entity.Entities;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.testkit.fault.Faults;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.HttpServer;
import dev.mixpaneldata.testkit.http.Reply;
import dev.mixpaneldata.testkit.http.Request;
import dev.mixpaneldata.testkit.limit.Excess;
import dev.mixpaneldata.testkit.limit.Gate;
import dev.mixpaneldata.testkit.limit.Limit;
import dev.mixpaneldata.testkit.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A Mixpanel in this process, over real sockets on 127.0.0.1. Every family of the API answers on
 * one origin under its usual paths. Safe for use from many threads; close it to free its port.
 */
public final class FakeMixpanel implements AutoCloseable {

  private final FakeProject world;
  private final Limits limits;
  private final Authentication authentication;
  private final Entities entities;
  private final Router router;
  private final Map<Family, Gate> gates = new EnumMap<>(Family.class);
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final Faults faults = new Faults();
  private final HttpServer server;

  FakeMixpanel(
      FakeProject world,
      Limits limits,
      Predicate<String> bearerTokens,
      boolean badCredentialsAreBadRequest) {
    this.world = world;
    this.limits = limits;
    this.authentication = new Authentication(world, bearerTokens, badCredentialsAreBadRequest);
    this.entities = new Entities(world);
    List<Route> routes = new ArrayList<>(entities.routes());
    routes.addAll(Endpoints.of(world));
    this.router = new Router(routes);
    gates.put(Family.EXPORT, new Gate(limits.export(), world.clock()));
    gates.put(Family.QUERY, new Gate(limits.query(), world.clock()));
    gates.put(Family.APP, new Gate(limits.app(), world.clock()));
    // Limited by bytes, of which no test sends enough.
    gates.put(Family.INGESTION, new Gate(Limit.NONE, world.clock()));
    gates.put(Family.TRACKING, new Gate(Limit.NONE, world.clock()));
    this.server = HttpServer.start(this::handle);
  }

  /** Returns a builder of a fake; {@link FakeMixpanelBuilder} has the defaults. */
  public static FakeMixpanelBuilder builder() {
    return new FakeMixpanelBuilder();
  }

  /**
   * Returns the origin, such as {@code http://127.0.0.1:40123}, as the value of {@code
   * MP_API_BASE_URL}.
   */
  public URI origin() {
    return server.origin();
  }

  /** Returns the service account's name. */
  public String username() {
    return world.project().username();
  }

  /** Returns the service account's secret. */
  public String secret() {
    return world.project().secret();
  }

  /** The token of the only project. */
  public String projectToken() {
    return world.project().token();
  }

  /** The lines of a UTC day in an export, those that were written at the end. */
  public List<String> exportedLines(LocalDate day) {
    try (InputStream plain = world.events().openPlain(day)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The UTC days that have events. */
  public List<LocalDate> days() {
    return List.copyOf(world.events().days());
  }

  /** The profile of a user as JSON. */
  public Optional<String> profile(String distinctId) {
    return world.people().find(distinctId).map(Profile::toString);
  }

  /** The profile of a group as JSON; its properties are under {@code $properties}. */
  public Optional<String> groupProfile(String groupKey, String groupId) {
    return world.groups().find(groupKey + "\0" + groupId).map(Profile::toString);
  }

  /** The id of the user to whom an id leads, which is the id itself unless it was joined. */
  public String userOf(String distinctId) {
    return world.identities().userOf(distinctId);
  }

  /** The CSV of a lookup table. */
  public Optional<String> lookupTable(String id) {
    return Optional.ofNullable(world.lookupTables().get(id));
  }

  /**
   * Returns what Mixpanel's web application manages, as JSON objects in the order of creation.
   *
   * @param kind {@code annotations}, {@code annotation-tags}, {@code dashboards} and so on
   * @throws IllegalArgumentException if there is no such kind
   */
  public List<String> entities(String kind) {
    return entities
        .find(kind)
        .orElseThrow(() -> new IllegalArgumentException("There is no kind " + kind))
        .all()
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** The id of the only project. */
  public long projectId() {
    return world.project().id();
  }

  /** Returns the only project. */
  public Project project() {
    return world.project();
  }

  /** Returns the requests answered so far, in the order of answering. */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Returns the requests to one path. */
  public List<RecordedRequest> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  /** Returns the script of faults; empty at first. */
  public Faults faults() {
    return faults;
  }

  /** Returns how many requests ran, were refused, and ran at a time. */
  public Statistics statistics() {
    return new Statistics(
        gate(Family.EXPORT).traffic(), gate(Family.QUERY).traffic(), gate(Family.APP).traffic());
  }

  /** Breaks open connections and frees the port. */
  @Override
  public void close() {
    server.close();
  }

  private Reply handle(Request request) {
    Reply reply = reply(request);
    requests.add(new RecordedRequest(request, world.clock().instant(), reply.answer().status()));
    return reply;
  }

  private Reply reply(Request request) {
    Family family = router.family(request);
    Optional<Answer> stranger = authentication.refuse(request, family);
    if (stranger.isPresent()) {
      return Reply.of(stranger.get());
    }
    Gate gate = gate(family);
    Optional<Excess> excess = gate.enter();
    if (excess.isPresent()) {
      return Reply.of(tooManyRequests(request, excess.get()));
    }
    try {
      Optional<Fault> fault = faults.take(request);
      Answer answer = fault.flatMap(Fault::replacement).orElseGet(() -> router.answer(request));
      Reply reply = Reply.of(answer).whenDone(gate::leave);
      return fault.isPresent() ? fault.get().applyTo(reply) : reply;
    } catch (RuntimeException failure) {
      gate.leave();
      return Reply.of(family.error(request, 500, "FakeMixpanel failed: " + failure));
    }
  }

  private Answer tooManyRequests(Request request, Excess excess) {
    Answer answer = Family.QUERY.error(request, 429, excess.text(projectId()));
    return limits.retryAfter()
        ? answer.withHeader("Retry-After", Long.toString(excess.waitSeconds()))
        : answer;
  }

  private Gate gate(Family family) {
    return Objects.requireNonNull(gates.get(family));
  }
}
