package dev.mixpaneldata.http;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Budget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call to Mixpanel. Immutable: each step returns a new call.
 *
 * <p>Unless set otherwise: the answer is expected to be JSON; calls of the query and export APIs
 * name the project in {@code project_id} and count against their budget; GET and PUT may be
 * repeated, POST, PATCH and DELETE only when Mixpanel certainly did not carry them out; the answer
 * has to begin within 2 minutes (10 for the export), and never pauses longer than 2 minutes.
 */
public final class Call {
  /** Large exports take minutes before their first byte. */
  private static final Duration EXPORT_ANSWER = Duration.ofMinutes(10);

  /** The APIs that change something by other methods than GET; the others ask by POST, too. */
  private static final Set<ApiFamily> CHANGED =
      EnumSet.of(ApiFamily.APP, ApiFamily.INGESTION, ApiFamily.PIPELINES);

  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final String method;
  private final ApiFamily family;
  private final String path;
  private List<Parameter> parameters = List.of();
  private List<Parameter> fields = List.of();
  private @Nullable RequestBody body;
  private Map<String, String> headers = Map.of();
  private Set<Integer> acceptedStatuses = Set.of();
  private boolean idempotent;
  private boolean reading;
  private boolean projectParameter;
  private boolean expectsJson = true;
  private boolean signed = true;
  private @Nullable Budget budget;
  private Duration answerTimeout;
  private Duration idleTimeout = IDLE;

  private Call(String method, ApiFamily family, String path) {
    this.method = method;
    this.family = family;
    this.path = path;
    this.idempotent = method.equals("GET") || method.equals("PUT");
    this.projectParameter = family.hasProjectParameter();
    this.budget = family.budget().orElse(null);
    this.answerTimeout = family == ApiFamily.EXPORT ? EXPORT_ANSWER : ANSWER;
  }

  private Call(Call other) {
    this.method = other.method;
    this.family = other.family;
    this.path = other.path;
    this.parameters = other.parameters;
    this.fields = other.fields;
    this.body = other.body;
    this.headers = other.headers;
    this.acceptedStatuses = other.acceptedStatuses;
    this.idempotent = other.idempotent;
    this.reading = other.reading;
    this.projectParameter = other.projectParameter;
    this.expectsJson = other.expectsJson;
    this.signed = other.signed;
    this.budget = other.budget;
    this.answerTimeout = other.answerTimeout;
    this.idleTimeout = other.idleTimeout;
  }

  /**
   * Returns a GET of a path below the API's own, such as {@code /segmentation} or {@code
   * /projects/{project}/schemas/event/{}}. {@code {project}} becomes the project id, {@code
   * {scope}} that of the data view if one is chosen and else of the project ({@code workspaces/7},
   * {@code projects/5}), and each {@code {}} the next of the segments, percent-encoded.
   */
  public static Call get(ApiFamily family, String path, Object... segments) {
    return of("GET", family, path, segments);
  }

  /** Returns a POST; paths as for {@link #get}. */
  public static Call post(ApiFamily family, String path, Object... segments) {
    return of("POST", family, path, segments);
  }

  /** Returns a PUT; paths as for {@link #get}. */
  public static Call put(ApiFamily family, String path, Object... segments) {
    return of("PUT", family, path, segments);
  }

  /** Returns a PATCH; paths as for {@link #get}. */
  public static Call patch(ApiFamily family, String path, Object... segments) {
    return of("PATCH", family, path, segments);
  }

  /** Returns a DELETE; paths as for {@link #get}. */
  public static Call delete(ApiFamily family, String path, Object... segments) {
    return of("DELETE", family, path, segments);
  }

  private static Call of(String method, ApiFamily family, String path, Object... segments) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (Object segment : segments) {
      int hole = path.indexOf("{}", from);
      if (hole < 0) {
        throw new IllegalArgumentException("More segments than places in " + path);
      }
      filled.append(path, from, hole).append(Parameter.encode(segment.toString()));
      from = hole + 2;
    }
    return new Call(method, family, filled.append(path.substring(from)).toString());
  }

  /** Adds a query parameter; a null value adds nothing. */
  public Call parameter(String name, @Nullable Object value) {
    return value == null ? this : with(call -> call.parameters = plus(parameters, name, value));
  }

  /** Adds a query parameter whose value is sent as compact JSON; a null value adds nothing. */
  public Call jsonParameter(String name, @Nullable Object value) {
    return value == null ? this : parameter(name, Mappers.write(value));
  }

  /** Adds a field to the form that is the body; a null value adds nothing. */
  public Call field(String name, @Nullable Object value) {
    return value == null ? this : with(call -> call.fields = plus(fields, name, value));
  }

  /** Adds a form field whose value is sent as compact JSON; a null value adds nothing. */
  public Call jsonField(String name, @Nullable Object value) {
    return value == null ? this : field(name, Mappers.write(value));
  }

  /** Sends a value as a JSON body: maps, lists, strings, numbers, booleans, null. */
  public Call json(@Nullable Object value) {
    byte[] bytes = Mappers.write(value).getBytes(StandardCharsets.UTF_8);
    return body("application/json", bytes);
  }

  /** Sends these bytes. The array is not copied; do not change it afterwards. */
  public Call body(String contentType, byte[] bytes) {
    return with(call -> call.body = new RequestBody(contentType, bytes));
  }

  /** Sets a header. The client itself sets Authorization, Accept-Encoding and User-Agent. */
  public Call header(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put(name, value);
    return with(call -> call.headers = Collections.unmodifiableMap(changed));
  }

  /**
   * Declares that repeating this call does no harm, for queries by POST and deduplicated imports.
   */
  public Call idempotent() {
    return with(call -> call.idempotent = true);
  }

  /** Declares that this call changes nothing, for questions by POST; it may be repeated. */
  public Call reading() {
    return with(
        call -> {
          call.idempotent = true;
          call.reading = true;
        });
  }

  /** Declares that this call must not be repeated after it may have been carried out. */
  public Call notIdempotent() {
    return with(call -> call.idempotent = false);
  }

  /** Names the project in the parameter {@code project_id}. */
  public Call withProjectId() {
    return with(call -> call.projectParameter = true);
  }

  /** Leaves the parameter {@code project_id} out. */
  public Call withoutProjectId() {
    return with(call -> call.projectParameter = false);
  }

  /** Counts against this budget. */
  public Call budget(Budget budget) {
    return with(call -> call.budget = budget);
  }

  /** Counts against no budget. */
  public Call withoutBudget() {
    return with(call -> call.budget = null);
  }

  /** Sends no credentials, where the body has a project token in their place. */
  public Call withoutCredentials() {
    return with(call -> call.signed = false);
  }

  /** Takes any text for an answer, not only JSON. */
  public Call expectText() {
    return with(call -> call.expectsJson = false);
  }

  /**
   * Accepts an answer of this status instead of failing, for calls whose failure has parts to read.
   * An answer about authentication still fails.
   */
  public Call accept(int status) {
    Set<Integer> changed = new TreeSet<>(acceptedStatuses);
    changed.add(status);
    return with(call -> call.acceptedStatuses = Collections.unmodifiableSet(changed));
  }

  /** Sets the time in which the answer must begin. */
  public Call answerWithin(Duration time) {
    return with(call -> call.answerTimeout = time);
  }

  /** Sets the longest pause of an answer that has begun. */
  public Call idleAtMost(Duration time) {
    return with(call -> call.idleTimeout = time);
  }

  private Call with(Consumer<Call> change) {
    Call changed = new Call(this);
    change.accept(changed);
    return changed;
  }

  private static List<Parameter> plus(List<Parameter> list, String name, Object value) {
    List<Parameter> changed = new ArrayList<>(list);
    changed.add(new Parameter(name, value.toString()));
    return List.copyOf(changed);
  }

  /** Returns the HTTP method. */
  public String method() {
    return method;
  }

  /** Returns the API that is called. */
  public ApiFamily family() {
    return family;
  }

  /** Returns the path below the API's own, with {@code {project}} unreplaced. */
  public String path() {
    return path;
  }

  /** Returns the query parameters except {@code project_id}, in order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Returns whether the call changes what Mixpanel keeps. */
  boolean changesMixpanel() {
    return CHANGED.contains(family) && !method.equals("GET") && !reading;
  }

  boolean isIdempotent() {
    return idempotent;
  }

  boolean hasProjectParameter() {
    return projectParameter;
  }

  boolean isSigned() {
    return signed;
  }

  boolean expectsJson() {
    return expectsJson;
  }

  boolean accepts(int status) {
    return status / 100 == 2 || acceptedStatuses.contains(status);
  }

  Map<String, String> headers() {
    return headers;
  }

  Optional<RequestBody> requestBody() {
    if (fields.isEmpty()) {
      return Optional.ofNullable(body);
    }
    byte[] form = Parameter.encode(fields).getBytes(StandardCharsets.US_ASCII);
    return Optional.of(new RequestBody("application/x-www-form-urlencoded", form));
  }

  Optional<Budget> budgetUsed() {
    return Optional.ofNullable(budget);
  }

  Duration answerTimeout() {
    return answerTimeout;
  }

  Duration idleTimeout() {
    return idleTimeout;
  }

  @Override
  public String toString() {
    return method + " " + family.basePath() + path;
  }
}
