package dev.mixpaneldata.bridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.client.RemoteTool;
import dev.mixpaneldata.bridge.client.RpcException;
import dev.mixpaneldata.bridge.oauth.GrantState;
import dev.mixpaneldata.bridge.policy.Decision;
import dev.mixpaneldata.bridge.policy.Drift;
import dev.mixpaneldata.bridge.policy.Inventory;
import dev.mixpaneldata.bridge.policy.Policy;
import dev.mixpaneldata.bridge.store.GrantFile;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a hosted MCP server. It only reads: calls that could change something are refused
 * here, before a request is made. Thread-safe.
 */
public final class Connection implements AutoCloseable {
  private final ConnectionFile file;
  private final GrantFile grants;
  private final CallCounter counter;
  private final Wire wire;
  private final Clock clock;
  private volatile ConnectionInfo info;
  private volatile @Nullable List<RemoteTool> remote;

  Connection(
      ConnectionInfo info,
      ConnectionFile file,
      GrantFile grants,
      CallCounter counter,
      Wire wire,
      Clock clock) {
    this.info = info;
    this.file = file;
    this.grants = grants;
    this.counter = counter;
    this.wire = wire;
    this.clock = clock;
  }

  /** What is kept of it in clear. */
  public ConnectionInfo info() {
    return info;
  }

  /** Returns all tools that the server offers now, with what the policy says of each. */
  public List<ToolView> tools() {
    return shown(guarded(this::freshTools));
  }

  /** Returns the tools as the user saw them last, without a call of the server. */
  public List<ToolView> knownTools() {
    return shown(List.copyOf(info.inventory().tools().values()));
  }

  private List<ToolView> shown(List<RemoteTool> tools) {
    Policy policy = policy();
    return tools.stream()
        .map(
            tool -> {
              Decision decision = policy.decide(tool);
              RemoteTool shown = policy.narrowed(tool);
              return new ToolView(
                  tool.name(),
                  shown.description(),
                  new Json(shown.inputSchema().toString()),
                  decision.allowed(),
                  decision.reason());
            })
        .toList();
  }

  /** Calls a tool that only reads. Refused calls are {@link ErrorCode#PERMISSION_DENIED}. */
  public ToolResult call(String name, Json arguments) {
    JsonNode given = Mappers.read(arguments.text());
    if (!given.isObject()) {
      throw MixpanelDataException.invalidArgument(
          "The arguments of " + name + " are not a JSON object.", "Give one such as {}.");
    }
    List<RemoteTool> known =
        remote == null || wire.client().toolsChanged() ? guarded(this::freshTools) : lastTools();
    RemoteTool tool = named(known, name);
    Policy policy = policy();
    JsonNode sent = policy.repaired(tool, withProject(tool, (ObjectNode) given));
    Decision decision = policy.decide(tool, sent);
    if (!decision.allowed()) {
      throw MixpanelDataException.of(
          ErrorCode.PERMISSION_DENIED,
          decision.reason(),
          Hint.of("This connection only reads.")
              .and(
                  Hint.of(
                      "{} lists the tools of {} that may be called.",
                      Reference.CONNECTION_TOOLS,
                      info.name())));
    }
    JsonNode result = guarded(() -> wire.client().call(name, sent));
    String text = text(result);
    if (result.path("isError").asBoolean()) {
      throw failed(text);
    }
    Optional<Vendor.Trouble> trouble =
        text.length() < 500 ? info.vendor().flatMap(v -> v.trouble(text)) : Optional.empty();
    if (trouble.isPresent()) {
      throw failed(text);
    }
    return new ToolResult(name, new Json(sent.toString()), text, data(result, text));
  }

  /** The projects that the account may see, by id. */
  public Map<String, String> projects() {
    Vendor vendor =
        info.vendor()
            .orElseThrow(
                () ->
                    MixpanelDataException.invalidArgument(
                        "Only the projects of known vendors can be listed.",
                        "Call the server's own tool for that."));
    Optional<Json> data = call(vendor.projectsTool(), new Json("{}")).data();
    Map<String, String> projects = new LinkedHashMap<>();
    data.map(json -> Mappers.read(json.text())).ifPresent(node -> collect(node, projects));
    return projects;
  }

  /** Makes a project the one that calls are about. */
  public void useProject(String id) {
    info = info.withProject(id);
    file.write(info);
  }

  /** What the server offers otherwise than when the user looked at it last. */
  public Drift drift() {
    return info.inventory().drift(guarded(this::freshTools));
  }

  /**
   * Takes all tools as they are now as looked at. Those of the vendor's list can be called again.
   *
   * @return what was different
   */
  public Drift allowAll() {
    List<RemoteTool> now = guarded(this::freshTools);
    Drift drift = info.inventory().drift(now);
    info = info.withInventory(Inventory.of(now), info.allowed());
    file.write(info);
    return drift;
  }

  /**
   * Allows these tools as they are now, also those that the vendor's list lacks.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if the server has no such tool, and {@code
   *     PERMISSION_DENIED} if a tool's name or hint says that it changes data
   */
  public void allow(Set<String> tools) {
    List<RemoteTool> now = guarded(this::freshTools);
    List<RemoteTool> looked = tools.stream().map(name -> named(now, name)).toList();
    Set<String> allowed = new TreeSet<>(info.allowed());
    allowed.addAll(tools);
    ConnectionInfo with = info.withInventory(info.inventory().with(looked), allowed);
    Policy policy = new Policy(with.vendor(), with.allowed(), with.inventory());
    for (RemoteTool tool : looked) {
      Decision decision = policy.decide(tool);
      if (!decision.allowed()) {
        throw new MixpanelDataException(
            ErrorCode.PERMISSION_DENIED, decision.reason(), "This connection only reads.");
      }
    }
    info = with;
    file.write(info);
  }

  /** How it stands, without a call of the server. */
  public Status status() {
    GrantState state = grants.read();
    String signIn =
        state.serviceAccount().isPresent()
            ? "service account"
            : state.grant().map(g -> g.ended() ? "ended" : "signed in").orElse("missing");
    return new Status(
        info.name(),
        info.vendorId(),
        info.url().toString(),
        info.project(),
        signIn,
        state.grant().flatMap(g -> g.expiresAt()),
        state.grant().map(g -> g.granted()).orElse(List.of()),
        grants.keySource().map(s -> s.name().toLowerCase(Locale.ROOT)),
        info.inventory().tools().size(),
        counter.used(),
        counter.perHour(),
        List.of(String.valueOf(grants.path())));
  }

  /** Renews the sign-in if its token ends soon, so that the next call need not. */
  public void renew() {
    guarded(() -> wire.signIn().header());
  }

  /** Looks for what usually goes wrong. */
  public List<Finding> doctor() {
    return new Doctor(this, wire, grants, clock).examine();
  }

  @Override
  public void close() {
    wire.close();
  }

  Wire wire() {
    return wire;
  }

  private Policy policy() {
    return new Policy(info.vendor(), info.allowed(), info.inventory());
  }

  private RemoteTool named(List<RemoteTool> tools, String name) {
    return tools.stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                MixpanelDataException.of(
                    ErrorCode.NOT_FOUND,
                    info.name() + " has no tool " + name + ".",
                    Hint.of("{} lists the tools of {}.", Reference.CONNECTION_TOOLS, info.name())));
  }

  private List<RemoteTool> freshTools() {
    List<RemoteTool> found = wire.client().tools();
    remote = found;
    return found;
  }

  private List<RemoteTool> lastTools() {
    List<RemoteTool> known = remote;
    return known == null ? guarded(this::freshTools) : known;
  }

  /** With the connection's project, where the tool takes one and the caller names none. */
  private ObjectNode withProject(RemoteTool tool, ObjectNode given) {
    Optional<Vendor> vendor = info.vendor();
    Optional<String> project = info.project();
    if (vendor.isEmpty() || project.isEmpty()) {
      return given;
    }
    String argument = vendor.get().projectArgument();
    if (given.has(argument) || !tool.inputSchema().path("properties").has(argument)) {
      return given;
    }
    ObjectNode sent = given.deepCopy();
    String type = tool.inputSchema().path("properties").path(argument).path("type").asText();
    boolean number = type.isEmpty() ? vendor.get().projectIsNumber() : !type.equals("string");
    if (number && project.get().matches("[0-9]{1,18}")) {
      sent.put(argument, Long.parseLong(project.get()));
    } else {
      sent.put(argument, project.get());
    }
    return sent;
  }

  /** Runs a call of the server; what fails says what to do with this connection. */
  private <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (RpcException e) {
      throw e.code() == ErrorCode.AUTH_FAILED
          ? signInEnded(e)
          : failed(String.valueOf(e.getMessage()), e);
    } catch (MixpanelDataException e) {
      throw e.code() == ErrorCode.AUTH_FAILED ? signInEnded(e) : e;
    }
  }

  private MixpanelDataException signInEnded(MixpanelDataException e) {
    return MixpanelDataException.of(
        ErrorCode.AUTH_FAILED,
        "The sign-in of the connection " + info.name() + " does not work: " + e.getMessage(),
        signInAgain(),
        e);
  }

  /** Returns the way to a sign-in that works. */
  Hint signInAgain() {
    return Hint.of("Sign in to {} again.", info.vendorId().orElse(info.url().toString()))
        .and(Hint.of("Use {} with the name {}.", Reference.CONNECT, info.name()));
  }

  private MixpanelDataException failed(String text) {
    return failed(text, null);
  }

  private MixpanelDataException failed(String text, @Nullable RpcException cause) {
    Optional<Vendor.Trouble> trouble = info.vendor().flatMap(v -> v.trouble(text));
    ErrorCode code = cause == null ? ErrorCode.QUERY_FAILED : cause.code();
    if (trouble.isPresent()) {
      return MixpanelDataException.of(
          code, trouble.get().error() + ": " + trouble.get().cause(), trouble.get().fix(), cause);
    }
    String title = info.vendor().map(Vendor::title).orElse(info.url().getHost());
    return new MixpanelDataException(code, title + " answers: " + text, null, cause);
  }

  private static String text(JsonNode result) {
    StringBuilder text = new StringBuilder();
    for (JsonNode part : result.path("content")) {
      if (part.path("type").asText().equals("text")) {
        text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asText());
      }
    }
    return text.toString();
  }

  private static Optional<Json> data(JsonNode result, String text) {
    if (result.path("structuredContent").isObject()) {
      return Optional.of(new Json(result.get("structuredContent").toString()));
    }
    String stripped = text.strip();
    if (!stripped.startsWith("{") && !stripped.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Json(Mappers.read(stripped).toString()));
    } catch (MixpanelDataException notJson) {
      return Optional.empty();
    }
  }

  /** Objects that have an id and a name, at any depth. */
  private static void collect(JsonNode node, Map<String, String> projects) {
    if (node.path("id").isValueNode() && node.has("id") && node.has("name")) {
      projects.put(node.get("id").asText(), node.get("name").asText());
    }
    node.forEach(child -> collect(child, projects));
  }
}
