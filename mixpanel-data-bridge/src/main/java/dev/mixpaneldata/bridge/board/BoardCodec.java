package dev.mixpaneldata.bridge.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Boards as JSON and back; docs/boards.md describes the format. */
public final class BoardCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String VERSION = "mp_board";

  private BoardCodec() {}

  /** Returns an answer as JSON, in the form that it has on boards. */
  public static String text(PinnedAnswer answer) {
    return write(answer).toString();
  }

  /** Returns a question as JSON, in the form that it has on boards. */
  public static String text(Question question) {
    return write(question).toString();
  }

  /**
   * Reads a question as boards have it.
   *
   * @throws MixpanelDataException {@code BAD_RESPONSE} if the text is not JSON
   */
  public static Question question(String json) {
    return question(Mappers.read(json));
  }

  /** Returns a board as JSON. */
  public static String write(Board board) {
    ObjectNode root = NODES.objectNode().put(VERSION, 1).put("title", board.title());
    ArrayNode pins = root.putArray("pins");
    board.pins().forEach(pin -> pins.add(write(pin)));
    return BoardText.of(root);
  }

  /**
   * Reads a board.
   *
   * @throws IllegalArgumentException if the text is JSON and not a board
   */
  static Board read(String text) {
    JsonNode root = Mappers.read(text);
    if (root.path(VERSION).asInt() != 1) {
      throw new IllegalArgumentException("It is not a board of this version.");
    }
    List<Pin> pins = new ArrayList<>();
    root.path("pins").forEach(pin -> pins.add(pin(pin)));
    return new Board(root.path("title").asText(), pins);
  }

  private static ObjectNode write(Pin pin) {
    ObjectNode node = NODES.objectNode().put("id", pin.id()).put("title", pin.title());
    node.set("question", write(pin.question()));
    node.put("pinned_at", pin.pinnedAt().toString());
    node.set("answer", write(pin.answer()));
    pin.failure()
        .ifPresent(
            failure ->
                node.putObject("error")
                    .put("at", failure.at().toString())
                    .put("code", failure.code().name())
                    .put("message", failure.message()));
    return node;
  }

  private static Pin pin(JsonNode node) {
    JsonNode error = node.path("error");
    return new Pin(
        node.path("id").asText(),
        node.path("title").asText(),
        question(node.path("question")),
        Instant.parse(node.path("pinned_at").asText()),
        answer(node.path("answer")),
        error.isObject()
            ? Optional.of(
                new Pin.Failure(
                    Instant.parse(error.path("at").asText()),
                    ErrorCode.valueOf(error.path("code").asText()),
                    error.path("message").asText()))
            : Optional.empty());
  }

  private static ObjectNode write(Question question) {
    ObjectNode node = NODES.objectNode();
    if (question instanceof Question.OfTool tool) {
      node.put("connection", tool.connection()).put("tool", tool.tool());
      node.set("arguments", Mappers.read(tool.arguments().text()));
      node.put("title", tool.title());
      tool.words().ifPresent(words -> node.put("words", words));
      return node;
    }
    Question.OfOperation operation = (Question.OfOperation) question;
    node.put("operation", operation.operation());
    node.set("arguments", value(operation.arguments()));
    if (!operation.target().isEmpty()) {
      node.set("target", value(operation.target()));
    }
    operation.project().ifPresent(id -> node.put("project", id));
    operation.datesMoveFrom().ifPresent(day -> node.put("dates_move_from", day.toString()));
    return node;
  }

  private static Question question(JsonNode node) {
    if (node.has("connection")) {
      return new Question.OfTool(
          node.path("connection").asText(),
          node.path("tool").asText(),
          new Json(node.path("arguments").toString()),
          node.path("title").asText(),
          text(node, "words"));
    }
    return new Question.OfOperation(
        node.path("operation").asText(),
        map(node.path("arguments")),
        map(node.path("target")),
        text(node, "project"),
        text(node, "dates_move_from").map(LocalDate::parse));
  }

  private static ObjectNode write(PinnedAnswer answer) {
    ObjectNode node = NODES.objectNode();
    node.put("title", answer.title()).put("at", answer.at().toString());
    node.put("by", answer.by()).put("text", answer.text());
    answer.columns().forEach(node.putArray("columns")::add);
    ArrayNode rows = node.putArray("rows");
    for (List<@Nullable Object> row : answer.rows()) {
      ArrayNode cells = rows.addArray();
      row.forEach(cell -> cells.add(value(cell)));
    }
    node.put("rows_in_all", answer.rowsInAll());
    answer.chart().ifPresent(chart -> node.set("chart", ChartCodec.write(chart)));
    return node;
  }

  private static PinnedAnswer answer(JsonNode node) {
    List<String> columns = new ArrayList<>();
    node.path("columns").forEach(column -> columns.add(column.asText()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (JsonNode row : node.path("rows")) {
      List<@Nullable Object> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(plain(cell)));
      rows.add(cells);
    }
    return new PinnedAnswer(
        node.path("title").asText(),
        Instant.parse(node.path("at").asText()),
        node.path("by").asText(),
        node.path("text").asText(),
        columns,
        rows,
        node.path("rows_in_all").asLong(),
        node.path("chart").isObject()
            ? Optional.of(ChartCodec.read(node.path("chart")))
            : Optional.empty());
  }

  private static JsonNode value(@Nullable Object value) {
    return Mappers.read(ResultJson.text(value));
  }

  private static Map<String, Object> map(JsonNode node) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Object value = plain(field.getValue());
      if (value != null) {
        map.put(field.getKey(), value);
      }
    }
    return map;
  }

  /** Returns a value as arguments and cells have it: lists of plain values stay lists. */
  private static @Nullable Object plain(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isNull()) {
      return null;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(element -> list.add(plain(element)));
      return list;
    }
    return new Json(node.toString());
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue());
  }
}
