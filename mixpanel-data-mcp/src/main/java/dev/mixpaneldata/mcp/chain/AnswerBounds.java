package dev.mixpaneldata.mcp.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.answer.JsonCut;
import dev.mixpaneldata.mcp.answer.JsonPages;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;

/**
 * The bounds of an answer. A longer one is cut, says so, and stays readable whole.
 *
 * @param rows the most elements of a list, or entries of an object
 * @param characters the greatest length of a structured answer
 */
public record AnswerBounds(int rows, int characters) {
  /** As much as a model can take in without losing the rest of its conversation. */
  public static final AnswerBounds USUAL = new AnswerBounds(1024, 50_000);

  /** The greatest length of a text in an answer that is cut. */
  private static final int LONGEST_TEXT = 2_000;

  ToolAnswer apply(ToolAnswer answer, ToolCall call) {
    if (answer.isError() || answer.value() == null) {
      return answer;
    }
    String json = whole(answer);
    if (json.length() <= characters && !mayHaveManyRows(json)) {
      return answer.withValue(new Json(json));
    }
    JsonNode whole = Mappers.read(json);
    boolean newestLast = answer.value() instanceof Tabular table && table.newestLast();
    JsonCut cut = JsonCut.of(whole, rows, LONGEST_TEXT, characters, newestLast);
    if (!cut.isCut()) {
      return answer.withValue(new Json(json));
    }
    String address = call.session().results().keep(json);
    ObjectNode note = Mappers.json().createObjectNode();
    note.put(
        "reason", "The answer was longer than " + rows + " rows or " + characters + " characters.");
    note.put("characters_in_all", json.length());
    cut.longest().ifPresent(l -> note.put("rows_in_all", l.all()).put("rows_shown", l.shown()));
    int pages = JsonPages.of(whole).count();
    note.put("whole_answer", address);
    note.put("pages", pages);
    note.put("first_page", address + "/1");
    JsonNode shorter = withNote(cut.tree(), note);
    String text =
        answer.text()
            + "\nCut: "
            + cut.longest()
                .map(
                    l ->
                        "the structured answer has the "
                            + (newestLast ? "last " : "first ")
                            + l.shown()
                            + " of "
                            + l.all())
                .orElse("the structured answer has the beginnings of long texts")
            + "; the whole answer ("
            + json.length()
            + " characters) is the resource "
            + address
            + ", in "
            + pages
            + (pages == 1 ? " page " : " pages ")
            + address
            + "/1"
            + (pages == 1 ? "" : " to " + pages)
            + ". Ask for less, or put it into a table and use sql.";
    return answer.cutTo(new Json(shorter.toString()), text, address);
  }

  /** The value as JSON, with what the answer has beside it. */
  private static String whole(ToolAnswer answer) {
    String json = ResultJson.text(answer.value());
    if (answer.about().isEmpty()) {
      return json;
    }
    JsonNode value = Mappers.read(json);
    ObjectNode object =
        value instanceof ObjectNode o ? o : Mappers.json().createObjectNode().set("result", value);
    object.setAll((ObjectNode) Mappers.read(ResultJson.text(answer.about())));
    return object.toString();
  }

  /** A row takes at least two characters, its comma included. */
  private boolean mayHaveManyRows(String json) {
    return json.length() > 2 * rows;
  }

  private static JsonNode withNote(JsonNode tree, ObjectNode note) {
    ObjectNode object =
        tree instanceof ObjectNode o ? o : Mappers.json().createObjectNode().set("result", tree);
    object.set("cut", note);
    return object;
  }
}
