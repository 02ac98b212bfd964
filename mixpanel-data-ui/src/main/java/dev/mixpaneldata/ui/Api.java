package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.board.Board;
import dev.mixpaneldata.bridge.board.BoardCodec;
import dev.mixpaneldata.bridge.board.Pin;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions that the page asks. An answer is JSON: what was asked for, or an {@code error}. */
final class Api implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private final UiOptions options;
  private final Asked asked;
  private final Overview overview;
  private final Pickers pickers;
  private final FetchJobs jobs;
  private final Map<String, Call> calls;

  /** A question of the page. */
  @FunctionalInterface
  private interface Call {
    JsonNode answer(Fields query, JsonNode body);
  }

  Api(UiOptions options) {
    this.options = options;
    this.asked = new Asked(options);
    this.overview = new Overview(options);
    this.pickers = new Pickers(options.workspace());
    this.jobs = new FetchJobs(options.workspace(), options.words());
    this.calls =
        Map.of(
            "GET /api/overview", (query, body) -> overview.json(),
            "GET /api/forms", (query, body) -> Forms.json(),
            "GET /api/names", (query, body) -> pickers.json(query),
            "GET /api/board", (query, body) -> board(query.getValue("name")),
            "POST /api/ask", (query, body) -> asked.answer(body),
            "POST /api/pin", (query, body) -> pin(body),
            "POST /api/board", (query, body) -> change(body),
            "POST /api/fetch", (query, body) -> jobs.start(allowed(body)),
            "GET /api/fetch", (query, body) -> jobs.json(query.getValue("job")));
  }

  /** Returns the answer to a request; empty if there is no such call. */
  Optional<String> answer(String call, Fields query, String body) {
    Call found = calls.get(call);
    if (found == null) {
      return Optional.empty();
    }
    try {
      JsonNode sent = body.isBlank() ? Mappers.json().createObjectNode() : Mappers.read(body);
      return Optional.of(found.answer(query, sent).toString());
    } catch (MixpanelDataException e) {
      return Optional.of(Errors.json(e, options.words()).toString());
    } catch (RuntimeException e) {
      LOG.warn("The page could not be answered", e);
      return Optional.of(Errors.defect(e).toString());
    }
  }

  private JsonNode allowed(JsonNode body) {
    if (!options.writes()) {
      throw MixpanelDataException.invalidArgument(
          "This page was started for reading.",
          "Start it with --allow-writes to fill tables and to change boards.");
    }
    return body;
  }

  private JsonNode board(String name) {
    return Mappers.read(BoardCodec.write(options.boards().board(name)));
  }

  private ObjectNode pin(JsonNode body) {
    allowed(body);
    Pin pin =
        options
            .boards()
            .pin(
                body.path("board").asText(),
                asked.question(body.path("question")),
                Optional.ofNullable(body.path("title").textValue()),
                options.answers());
    return Mappers.json().createObjectNode().put("id", pin.id()).put("title", pin.title());
  }

  private JsonNode change(JsonNode body) {
    allowed(body);
    String name = body.path("board").asText();
    Optional<String> id = Optional.ofNullable(body.path("pin").textValue());
    Board changed =
        switch (body.path("change").asText()) {
          case "refresh" -> options.boards().refresh(name, id, options.answers());
          case "remove" -> options.boards().remove(name, id.orElseThrow());
          case "move" -> options.boards().move(name, id.orElseThrow(), body.path("to").asInt());
          default ->
              throw MixpanelDataException.invalidArgument(
                  "There is no such change of a board.", "Use refresh, remove or move.");
        };
    return Mappers.read(BoardCodec.write(changed));
  }

  @Override
  public void close() {
    jobs.close();
  }
}
