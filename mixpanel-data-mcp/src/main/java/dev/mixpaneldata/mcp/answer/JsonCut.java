package dev.mixpaneldata.mcp.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON tree with its long lists, long objects and long texts cut until it is short enough. */
public final class JsonCut {
  /** Objects up to this many entries are records, and records are kept whole. */
  private static final int RECORD = 40;

  private final int rows;
  private final int text;
  private final boolean last;
  private boolean cut;
  private @Nullable Cut longest;

  private JsonCut(int rows, int text, boolean last) {
    this.rows = rows;
    this.text = text;
    this.last = last;
  }

  /** The longest list that was cut: so many elements of so many. */
  public record Cut(int shown, int all) {}

  /** A tree that was cut or not. */
  private record Attempt(JsonCut cutter, JsonNode tree, int length) {}

  private JsonNode tree = Mappers.json().nullNode();

  /**
   * Cuts lists to {@code rows}, and further until the whole has at most {@code characters}.
   *
   * @param last whether the last elements of lists are kept and not the first
   */
  public static JsonCut of(JsonNode whole, int rows, int text, int characters, boolean last) {
    Attempt attempt = attempt(whole, rows, Integer.MAX_VALUE, last);
    int most = rows;
    while (attempt.length() > characters && most > 1) {
      // Aims a little below the bound; at least a quarter goes each time.
      most = Math.max(1, (int) Math.min(most * 0.75, most * 0.95 * characters / attempt.length()));
      attempt = attempt(whole, most, text, last);
    }
    if (attempt.length() > characters) {
      attempt = attempt(whole, 1, 100, last);
    }
    JsonCut result = attempt.cutter();
    result.tree = attempt.tree();
    return result;
  }

  private static Attempt attempt(JsonNode whole, int rows, int text, boolean last) {
    JsonCut cutter = new JsonCut(rows, text, last);
    JsonNode tree = cutter.cut(whole);
    return new Attempt(cutter, tree, tree.toString().length());
  }

  /** What is left. */
  public JsonNode tree() {
    return tree;
  }

  /** Whether anything is missing. */
  public boolean isCut() {
    return cut;
  }

  /** The longest list or object that was cut. */
  public Optional<Cut> longest() {
    return Optional.ofNullable(longest);
  }

  private JsonNode cut(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = Mappers.json().createArrayNode();
      int kept = Math.min(rows, array.size());
      int from = last ? array.size() - kept : 0;
      for (int i = from; i < from + kept; i++) {
        copy.add(cut(array.get(i)));
      }
      note(copy.size(), array.size());
      return copy;
    }
    if (node instanceof ObjectNode object) {
      int most = object.size() <= RECORD ? object.size() : Math.max(rows, 1);
      ObjectNode copy = Mappers.json().createObjectNode();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (copy.size() == most) {
          break;
        }
        copy.set(field.getKey(), cut(field.getValue()));
      }
      note(copy.size(), object.size());
      return copy;
    }
    if (node.isTextual() && node.textValue().length() > text) {
      cut = true;
      return Mappers.json().getNodeFactory().textNode(node.textValue().substring(0, text) + "…");
    }
    return node;
  }

  private void note(int shown, int all) {
    if (shown < all) {
      cut = true;
      if (longest == null || all > longest.all()) {
        longest = new Cut(shown, all);
      }
    }
  }
}
