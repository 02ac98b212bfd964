package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.client.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far a fetch is, for a page that asks now and then. Thread-safe. */
final class FetchProgress implements Client {
  private double share;
  private String message = "Starting";
  private final List<String> notices = new ArrayList<>();
  private final ObjectNode ended = Mappers.json().createObjectNode();

  @Override
  public synchronized void progress(double done, OptionalDouble total, String text) {
    share = total.isPresent() ? Math.min(1, done / total.getAsDouble()) : 0;
    message = text;
  }

  @Override
  public synchronized void log(String text) {
    notices.add(text);
  }

  @Override
  public Optional<Model> model() {
    return Optional.empty();
  }

  @Override
  public Optional<User> user() {
    return Optional.empty();
  }

  synchronized boolean isDone() {
    return !ended.isEmpty();
  }

  /** Notes the end: a {@code result}, or an {@code error}. */
  synchronized void end(String how, JsonNode what) {
    ended.set(how, what);
  }

  synchronized ObjectNode json() {
    ObjectNode node = Mappers.json().createObjectNode().put("share", share).put("message", message);
    ArrayNode list = node.putArray("notices");
    notices.forEach(list::add);
    return node.put("done", isDone()).setAll(ended);
  }
}
