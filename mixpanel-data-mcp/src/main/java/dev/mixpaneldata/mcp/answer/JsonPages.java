package dev.mixpaneldata.mcp.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A long answer in pages: the list, or the object of many entries, that most of it consists of, in
 * slices of bounded length. The first page has the rest of the answer as well.
 */
public final class JsonPages {
  /** The greatest length of a page's slice, in characters; as much as an answer may have. */
  private static final int CHARACTERS = 50_000;

  /** Objects up to this many entries are records, and records are kept whole. */
  private static final int RECORD = 40;

  private final JsonNode whole;
  private final List<String> path;
  private final List<ContainerNode<?>> slices;

  private JsonPages(JsonNode whole, List<String> path, List<ContainerNode<?>> slices) {
    this.whole = whole;
    this.path = path;
    this.slices = slices;
  }

  /** Divides an answer into pages. */
  public static JsonPages of(JsonNode whole) {
    return of(whole, CHARACTERS);
  }

  /**
   * Divides an answer into pages.
   *
   * @param characters the greatest length of a page's slice; a longer element has a page to itself
   */
  static JsonPages of(JsonNode whole, int characters) {
    List<String> path = new ArrayList<>();
    JsonNode node = whole;
    while (!isSliceable(node)) {
      Optional<Map.Entry<String, JsonNode>> next = longestContainer(node);
      if (next.isEmpty()) {
        break;
      }
      path.add(next.get().getKey());
      node = next.get().getValue();
    }
    return isSliceable(node)
        ? new JsonPages(whole, List.copyOf(path), slices(node, characters))
        : new JsonPages(whole, List.of(), List.of());
  }

  private static boolean isSliceable(JsonNode node) {
    return node.isArray() && node.size() > 1 || node.isObject() && node.size() > RECORD;
  }

  private static Optional<Map.Entry<String, JsonNode>> longestContainer(JsonNode node) {
    Optional<Map.Entry<String, JsonNode>> longest = Optional.empty();
    int length = 0;
    for (Map.Entry<String, JsonNode> child : children(node)) {
      int own = child.getValue().isContainerNode() ? child.getValue().toString().length() : 0;
      if (own > length) {
        length = own;
        longest = Optional.of(child);
      }
    }
    return longest;
  }

  private static List<Map.Entry<String, JsonNode>> children(JsonNode node) {
    List<Map.Entry<String, JsonNode>> children = new ArrayList<>(node.properties());
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      children.add(Map.entry(Integer.toString(i), node.get(i)));
    }
    return children;
  }

  private static List<ContainerNode<?>> slices(JsonNode node, int characters) {
    List<ContainerNode<?>> slices = new ArrayList<>();
    int length = Integer.MAX_VALUE;
    for (Map.Entry<String, JsonNode> child : children(node)) {
      int own = child.getValue().toString().length() + child.getKey().length();
      if (slices.isEmpty() || length + own > characters) {
        slices.add(
            node.isArray() ? Mappers.json().createArrayNode() : Mappers.json().createObjectNode());
        length = 0;
      }
      length += own;
      ContainerNode<?> slice = slices.get(slices.size() - 1);
      if (slice instanceof ArrayNode array) {
        array.add(child.getValue());
      } else if (slice instanceof ObjectNode object) {
        object.set(child.getKey(), child.getValue());
      }
    }
    return slices;
  }

  /** Returns the number of pages, at least one. */
  public int count() {
    return Math.max(1, slices.size());
  }

  /**
   * Returns a page: its number, the number of pages, the place of the list in the answer, and the
   * slice.
   *
   * @param number from 1 to {@link #count()}
   */
  public ObjectNode page(int number) {
    ObjectNode page = Mappers.json().createObjectNode();
    page.put("page", number);
    page.put("pages", count());
    if (slices.isEmpty()) {
      return page.set("answer", whole);
    }
    if (!path.isEmpty()) {
      page.put("part", String.join(".", path));
    }
    page.set("rows", slices.get(number - 1));
    if (number == 1 && !path.isEmpty()) {
      page.set("rest", without(whole, 0));
    }
    return page;
  }

  /** Copies a node without what is at the path. */
  private JsonNode without(JsonNode node, int depth) {
    if (depth == path.size()) {
      return Mappers.json().nullNode();
    }
    String name = path.get(depth);
    if (node instanceof ObjectNode object) {
      ObjectNode copy = Mappers.json().createObjectNode();
      object
          .properties()
          .forEach(
              field ->
                  copy.set(
                      field.getKey(),
                      field.getKey().equals(name)
                          ? without(field.getValue(), depth + 1)
                          : field.getValue()));
      return copy;
    }
    ArrayNode copy = Mappers.json().createArrayNode();
    copy.add(without(node.get(Integer.parseInt(name)), depth + 1));
    return copy;
  }
}
