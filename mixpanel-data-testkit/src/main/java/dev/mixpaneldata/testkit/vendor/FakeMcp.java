package dev.mixpaneldata.testkit.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Body;
import dev.mixpaneldata.testkit.http.Request;
import dev.mixpaneldata.testkit.vendor.FakeVendor.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The vendor's MCP endpoint: revision 2025-06-18 without sessions, as FastMCP answers. */
final class FakeMcp {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Kind kind;
  private final FakeOAuth oauth;
  private final FakeAnswers answers;
  private final ObjectNode catalogue;
  private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();
  private volatile boolean refuses;
  private volatile String error = "";

  FakeMcp(Kind kind, FakeOAuth oauth) {
    this.kind = kind;
    this.oauth = oauth;
    this.answers = new FakeAnswers(kind);
    this.catalogue = catalogue(kind == Kind.MIXPANEL ? "mixpanel" : "amplitude");
  }

  private static ObjectNode catalogue(String vendor) {
    try (InputStream stream = FakeMcp.class.getResourceAsStream(vendor + "-tools.json")) {
      if (stream == null) {
        throw new IllegalStateException("The catalogue of " + vendor + " is missing");
      }
      return (ObjectNode) Mappers.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> calls() {
    return List.copyOf(calls);
  }

  void asWrongRegion() {
    answers.asWrongRegion();
  }

  void refuseCalls() {
    refuses = true;
  }

  void answerErrors(String text) {
    error = text;
  }

  synchronized void changeTools() {
    ObjectNode changed = (ObjectNode) catalogue.withArrayProperty("tools").get(1);
    changed.withObjectProperty("inputSchema").withObjectProperty("properties").putObject("apply");
    catalogue
        .withArrayProperty("tools")
        .addObject()
        .put("name", "Get-Everything")
        .put("description", "New.")
        .putObject("inputSchema")
        .put("type", "object");
  }

  Answer answer(Request request) {
    Optional<Answer> refusal = oauth.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (!request.method().equals("POST")) {
      return Answer.text(405, "Method Not Allowed");
    }
    JsonNode message = Mappers.read(request.bodyText());
    if (!message.has("id")) {
      return Answer.text(202, "");
    }
    String method = message.path("method").asText();
    if (method.equals("tools/call") && refuses) {
      return Answer.text(429, "Too Many Requests").withHeader("Retry-After", "120");
    }
    ObjectNode reply = NODES.objectNode().put("jsonrpc", "2.0");
    reply.set("id", message.get("id"));
    switch (method) {
      case "initialize" -> reply.set("result", initialized());
      case "tools/list" -> reply.set("result", tools());
      case "tools/call" -> reply.set("result", called(message.path("params")));
      default -> {
        reply.putObject("error").put("code", -32601).put("message", "Method not found");
        return Answer.json(400, reply.toString());
      }
    }
    boolean events = kind == Kind.MIXPANEL && answered.incrementAndGet() % 2 == 0;
    return events
        ? new Answer(
            200,
            Map.of("Content-Type", "text/event-stream"),
            Body.of(": hello\n\nevent: message\ndata: " + reply + "\n\n"))
        : Answer.json(200, reply.toString());
  }

  private static ObjectNode initialized() {
    ObjectNode result = NODES.objectNode().put("protocolVersion", "2025-06-18");
    result.putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "fake").put("version", "1");
    return result;
  }

  private synchronized JsonNode tools() {
    return catalogue.deepCopy();
  }

  private ObjectNode called(JsonNode parameters) {
    calls.add(parameters);
    if (!error.isEmpty()) {
      return text(error).put("isError", true);
    }
    return text(answers.of(parameters.path("name").asText(), parameters.path("arguments")));
  }

  private static ObjectNode text(String text) {
    ObjectNode result = NODES.objectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }
}
