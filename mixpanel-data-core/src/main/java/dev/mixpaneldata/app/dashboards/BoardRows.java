package dev.mixpaneldata.app.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a new board, from top to bottom. Each has 1 to 4 cells, which share its width evenly.
 *
 * <pre>{@code
 * new BoardRows()
 *     .row(BoardRows.text("<h2>Growth</h2>"))
 *     .row(BoardRows.report("Sign-ups", "insights", params), BoardRows.report(…))
 *     .toJson()
 * }</pre>
 */
public final class BoardRows {
  private final ArrayNode rows = Mappers.json().createArrayNode();

  /** A cell of a row. */
  public static final class Cell {
    private final JsonNode content;

    private Cell(JsonNode content) {
      this.content = content;
    }
  }

  /**
   * Returns a cell with a text.
   *
   * @param html at most 2000 characters of HTML: h1 to h3, p, strong, em, lists, links and the like
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is longer
   */
  public static Cell text(String html) {
    BoardLimits.requireShort("text", html, BoardLimits.TEXT);
    ObjectNode cell = Mappers.json().createObjectNode().put("content_type", "text");
    // A line break of the text would become one of the board's.
    cell.putObject("content_params").put("markdown", html.replaceAll("\\s*\\R\\s*", " "));
    return new Cell(cell);
  }

  /**
   * Returns a cell with a new report.
   *
   * @param type insights, funnels, retention or flows
   * @param params the report's definition
   */
  public static Cell report(String name, String type, Json params) {
    ObjectNode report = Mappers.json().createObjectNode().put("name", name).put("type", type);
    report.set("params", Mappers.readExactly(params.text()));
    return new Cell(reportCell(report));
  }

  /**
   * Adds a row.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} unless it has 1 to 4 cells, or if there
   *     are 30 rows already
   */
  public BoardRows row(Cell... cells) {
    if (cells.length < 1 || cells.length > BoardLimits.CELLS) {
      throw MixpanelDataException.invalidArgument(
          "A row has " + cells.length + " cells.", "Use 1 to " + BoardLimits.CELLS + ".");
    }
    if (rows.size() == BoardLimits.ROWS) {
      throw MixpanelDataException.invalidArgument(
          "The board has more than " + BoardLimits.ROWS + " rows.", "Use several boards.");
    }
    ArrayNode contents = rows.addObject().putArray("contents");
    for (Cell cell : cells) {
      contents.add(cell.content);
    }
    return this;
  }

  /** Returns the rows in Mixpanel's form. */
  public Json toJson() {
    return new Json(rows.toString());
  }

  /** Returns rows in Mixpanel's form, which may be given in it or as lists of short cells. */
  static Json wire(Json given) {
    JsonNode rows = Mappers.readExactly(given.text());
    BoardRows board = new BoardRows();
    for (JsonNode row : rows) {
      JsonNode cells = row.isObject() ? row.path("contents") : row;
      List<Cell> made = new ArrayList<>();
      cells.forEach(cell -> made.add(cell(cell, given)));
      board.row(made.toArray(Cell[]::new));
    }
    if (!rows.isArray()) {
      throw refused(given);
    }
    return board.toJson();
  }

  private static Cell cell(JsonNode cell, Json given) {
    if (cell.has("content_type")) {
      return new Cell(cell);
    }
    if (cell.path("text").isTextual()) {
      return text(cell.path("text").textValue());
    }
    if (cell.has("name") && cell.has("type") && cell.path("params").isContainerNode()) {
      return new Cell(reportCell(cell));
    }
    throw refused(given);
  }

  private static JsonNode reportCell(JsonNode report) {
    ObjectNode cell = Mappers.json().createObjectNode().put("content_type", "report");
    ObjectNode bookmark = cell.putObject("content_params").putObject("bookmark");
    bookmark.setAll((ObjectNode) report.deepCopy());
    // Mixpanel takes the definition as text here.
    bookmark.put("params", report.path("params").toString());
    return cell;
  }

  private static MixpanelDataException refused(Json given) {
    return MixpanelDataException.invalidArgument(
        "The rows are not a list of lists of cells: " + given + ".",
        "Give cells as {\"text\": …} or {\"name\": …, \"type\": …, \"params\": {…}}.");
  }
}
