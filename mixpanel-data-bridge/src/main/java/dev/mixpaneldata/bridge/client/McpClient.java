package dev.mixpaneldata.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Version;
import dev.mixpaneldata.quota.Pacer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of one MCP server. It speaks the stateless revision where the server does and falls back
 * to a handshake where it does not. Thread-safe.
 */
public final class McpClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(McpClient.class);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String META = "io.modelcontextprotocol/";
  private static final int MOST_PAGES = 100;
  private static final int MOST_ROUNDS = 8;

  private final McpHttp http;
  private final Optional<Elicitor> elicitor;
  private final String clientName;
  private final AtomicLong ids = new AtomicLong();
  private final Map<String, HeaderParameters> headerParameters = new ConcurrentHashMap<>();
  private volatile @Nullable String revision;
  private volatile @Nullable String session;
  private volatile boolean toolsChanged;
  private boolean handshakeFirst;

  /**
   * @param url the server's one address
   * @param authorizer gives requests their header
   * @param elicitor answers the server's questions, where somebody is there to be asked
   * @param timeout how long one answer may take
   * @param pacer tells when a limit of the server is over, and pauses
   */
  public McpClient(
      URI url, Authorizer authorizer, Optional<Elicitor> elicitor, Duration timeout, Pacer pacer) {
    this.http = new McpHttp(url, authorizer, timeout, pacer);
    this.elicitor = elicitor;
    this.clientName = "mixpanel-data";
  }

  /** Speaks this revision from the start, as one that the server spoke before. */
  public McpClient speaking(String remembered) {
    if (Revision.isStateless(remembered)) {
      revision = remembered;
    } else if (Revision.isSpoken(remembered)) {
      handshakeFirst = true;
    }
    return this;
  }

  /** The revision that is spoken; settles it with the server first. */
  public String revision() {
    String settled = revision;
    if (settled == null) {
      synchronized (this) {
        settled = revision == null ? settle() : revision;
      }
    }
    return settled;
  }

  /** All tools of the server; those whose header annotations break the rules are left out. */
  public List<RemoteTool> tools() {
    List<RemoteTool> tools = new ArrayList<>();
    headerParameters.clear();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      ObjectNode parameters = NODES.objectNode();
      cursor.ifPresent(value -> parameters.put("cursor", value));
      JsonNode result = request("tools/list", parameters);
      for (JsonNode definition : result.path("tools")) {
        RemoteTool tool = new RemoteTool(definition);
        Optional<HeaderParameters> headers = HeaderParameters.of(tool.inputSchema());
        if (headers.isPresent()) {
          headerParameters.put(tool.name(), headers.get());
          tools.add(tool);
        } else {
          LOG.warn("The tool {} is left out: its header annotations are not valid", tool.name());
        }
      }
      cursor = Optional.ofNullable(result.path("nextCursor").textValue());
      if (cursor.isEmpty()) {
        break;
      }
    }
    toolsChanged = false;
    return tools;
  }

  /** Calls a tool and gives its result, as the protocol's {@code CallToolResult}. */
  public JsonNode call(String tool, JsonNode arguments) {
    ObjectNode parameters = NODES.objectNode();
    parameters.put("name", tool);
    parameters.set("arguments", arguments);
    return request("tools/call", parameters);
  }

  /** Whether the server said, since the last listing, that its tools have changed. */
  public boolean toolsChanged() {
    return toolsChanged;
  }

  /** Sends a request and gives its result. Questions of the server are answered on the way. */
  public JsonNode request(String method, ObjectNode parameters) {
    String spoken = revision();
    ObjectNode asked = parameters;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      JsonNode result = sendAgainIfNeeded(method, asked, spoken);
      if (!result.path("resultType").asText("complete").equals("input_required")) {
        return result;
      }
      asked = withInput(parameters, result);
    }
    throw new MixpanelDataException(
        ErrorCode.BAD_RESPONSE, "The server keeps asking and does not answer.");
  }

  @Override
  public void close() {
    if (session != null) {
      http.delete(headers("", NODES.objectNode(), String.valueOf(revision)));
      session = null;
    }
  }

  private JsonNode sendAgainIfNeeded(String method, ObjectNode parameters, String spoken) {
    try {
      return send(method, parameters, spoken);
    } catch (RpcException e) {
      if (e.number() == RpcException.UNSUPPORTED_VERSION) {
        return send(method, parameters, adopt(e));
      }
      // A server forgets sessions, when it restarts or after a while.
      if (e.status() == 404 && session != null) {
        session = null;
        handshake();
        return send(method, parameters, revision());
      }
      throw e;
    }
  }

  private String settle() {
    if (handshakeFirst) {
      handshakeFirst = false;
      try {
        return handshake();
      } catch (RpcException e) {
        if (e.code() == ErrorCode.AUTH_FAILED) {
          throw e;
        }
        LOG.debug("The server no longer accepts the handshake: {}", e.getMessage());
      }
    }
    try {
      JsonNode found = send("server/discover", NODES.objectNode(), Revision.STATELESS);
      List<String> offered = new ArrayList<>();
      found.path("supportedVersions").forEach(v -> offered.add(v.asText()));
      String newest = Revision.newest(offered).orElse(Revision.STATELESS);
      if (Revision.isStateless(newest)) {
        revision = newest;
        return newest;
      }
    } catch (RpcException e) {
      if (e.number() == RpcException.UNSUPPORTED_VERSION) {
        return adopt(e);
      }
      if (e.isOfStatelessServer() || e.code() == ErrorCode.AUTH_FAILED) {
        throw e;
      }
      LOG.debug("The server does not speak {}: {}", Revision.STATELESS, e.getMessage());
    }
    return handshake();
  }

  /** Takes a version that a refusal names. */
  private String adopt(RpcException refusal) {
    List<String> offered = new ArrayList<>();
    refusal.data().path("supported").forEach(v -> offered.add(v.asText()));
    String newest =
        Revision.newest(offered)
            .orElseThrow(
                () ->
                    new MixpanelDataException(
                        ErrorCode.BAD_RESPONSE,
                        "The server supports only revisions that are unknown here: "
                            + offered
                            + ".",
                        "Look for a newer version of this program."));
    if (!Revision.isStateless(newest)) {
      return handshake();
    }
    revision = newest;
    return newest;
  }

  private synchronized String handshake() {
    ObjectNode parameters = NODES.objectNode();
    parameters.put("protocolVersion", Revision.NEWEST_WITH_HANDSHAKE);
    parameters.set("capabilities", capabilities());
    parameters.set("clientInfo", clientInfo());
    McpHttp.Answer answer = http.post(message("initialize", parameters), Map.of(), this::receive);
    JsonNode result = result(answer);
    String agreed = result.path("protocolVersion").asText();
    if (!Revision.isSpoken(agreed)) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "The server requires revision '" + agreed + "', which is unknown here.");
    }
    session = answer.headers().firstValue("Mcp-Session-Id").orElse(null);
    revision = agreed;
    ObjectNode initialized = NODES.objectNode();
    initialized.put("jsonrpc", "2.0").put("method", "notifications/initialized");
    http.post(initialized, headers("", NODES.objectNode(), agreed), this::receive);
    // Servers with sessions may ask their questions on a stream of their own.
    if (session != null && elicitor.isPresent()) {
      http.listen(headers("", NODES.objectNode(), agreed), this::receive);
    }
    return agreed;
  }

  private JsonNode send(String method, ObjectNode parameters, String spoken) {
    ObjectNode sent = parameters.deepCopy();
    if (Revision.isStateless(spoken)) {
      ObjectNode meta = sent.withObjectProperty("_meta");
      meta.put(META + "protocolVersion", spoken);
      meta.set(META + "clientCapabilities", capabilities());
      meta.set(META + "clientInfo", clientInfo());
    }
    return result(
        http.post(message(method, sent), headers(method, parameters, spoken), this::receive));
  }

  private ObjectNode message(String method, ObjectNode parameters) {
    ObjectNode message = NODES.objectNode();
    message.put("jsonrpc", "2.0").put("id", ids.incrementAndGet()).put("method", method);
    message.set("params", parameters);
    return message;
  }

  private Map<String, String> headers(String method, JsonNode parameters, String spoken) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("MCP-Protocol-Version", spoken);
    String stay = session;
    if (stay != null) {
      headers.put("Mcp-Session-Id", stay);
    }
    if (Revision.isStateless(spoken)) {
      headers.put("Mcp-Method", method);
      JsonNode name = parameters.path(method.equals("resources/read") ? "uri" : "name");
      if (name.isTextual()) {
        headers.put("Mcp-Name", HeaderParameters.encode(name.asText()));
      }
      if (method.equals("tools/call")) {
        HeaderParameters wanted = headerParameters.get(name.asText());
        if (wanted != null) {
          headers.putAll(wanted.headers(parameters.path("arguments")));
        }
      }
    }
    return headers;
  }

  private static JsonNode result(McpHttp.Answer answer) {
    JsonNode message = answer.message().orElseThrow();
    if (message.has("error")) {
      throw RpcException.of(message.get("error"), answer.status());
    }
    return message.path("result");
  }

  /** What arrives beside a response: a notification, or a request of a server with sessions. */
  private void receive(JsonNode message) {
    String method = message.path("method").asText();
    if (method.equals("notifications/tools/list_changed")) {
      toolsChanged = true;
    }
    if (!message.has("id") || method.isEmpty()) {
      return;
    }
    ObjectNode reply = NODES.objectNode();
    reply.put("jsonrpc", "2.0").set("id", message.get("id"));
    Optional<JsonNode> result = answer(method, message.path("params"));
    if (result.isPresent()) {
      reply.set("result", result.get());
    } else {
      reply
          .putObject("error")
          .put("code", -32601)
          .put("message", "This client does not offer " + method + ".");
    }
    http.post(reply, headers("", NODES.objectNode(), String.valueOf(revision)), other -> {});
  }

  private Optional<JsonNode> answer(String method, JsonNode parameters) {
    return switch (method) {
      case "ping" -> Optional.of(NODES.objectNode());
      case "elicitation/create" -> elicitor.map(e -> e.answer(parameters));
      default -> Optional.empty();
    };
  }

  /** The request once more, with what the server wants to know first and its state as it came. */
  private ObjectNode withInput(ObjectNode parameters, JsonNode result) {
    ObjectNode again = parameters.deepCopy();
    ObjectNode answers = NODES.objectNode();
    for (Map.Entry<String, JsonNode> asked : result.path("inputRequests").properties()) {
      JsonNode request = asked.getValue();
      JsonNode given =
          answer(request.path("method").asText(), request.path("params"))
              .orElseThrow(
                  () ->
                      new MixpanelDataException(
                          ErrorCode.QUERY_FAILED,
                          "The server asks for "
                              + request.path("method").asText()
                              + ", which is not offered here."));
      answers.set(asked.getKey(), given);
    }
    if (!answers.isEmpty()) {
      again.set("inputResponses", answers);
    }
    if (result.has("requestState")) {
      again.set("requestState", result.get("requestState"));
    }
    return again;
  }

  private ObjectNode capabilities() {
    ObjectNode capabilities = NODES.objectNode();
    if (elicitor.isPresent()) {
      capabilities.putObject("elicitation").putObject("form");
    }
    return capabilities;
  }

  private ObjectNode clientInfo() {
    return NODES.objectNode().put("name", clientName).put("version", Version.current());
  }
}
