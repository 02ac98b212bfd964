package dev.mixpaneldata.mcp.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPagesTest {
  private static final int LENGTH = 500;

  @Test
  void everyElementIsOnOnePageInOrder() {
    ObjectNode whole = Mappers.json().createObjectNode();
    whole.put("total", 100).putArray("few").add(1).add(2);
    ArrayNode rows = whole.putObject("inner").putArray("rows");
    for (int i = 0; i < 100; i++) {
      rows.addObject().put("n", i).put("text", "x".repeat(i % 40));
    }
    JsonPages pages = JsonPages.of(whole, LENGTH);
    List<JsonNode> all = new ArrayList<>();
    for (int number = 1; number <= pages.count(); number++) {
      ObjectNode page = pages.page(number);
      assertThat(page.path("page").asInt()).isEqualTo(number);
      assertThat(page.path("pages").asInt()).isEqualTo(pages.count());
      assertThat(page.path("part").asText()).isEqualTo("inner.rows");
      assertThat(page.path("rows").toString().length()).isLessThan(2 * LENGTH);
      assertThat(page.has("rest")).isEqualTo(number == 1);
      page.path("rows").forEach(all::add);
    }
    assertThat(all).containsExactlyElementsOf(rows);
    assertThat(pages.page(1).at("/rest/total").asInt()).isEqualTo(100);
    assertThat(pages.page(1).at("/rest/few")).hasSize(2);
  }

  @Test
  void anObjectOfManyEntriesIsDividedToo() {
    ObjectNode whole = Mappers.json().createObjectNode();
    ObjectNode series = whole.putObject("series");
    for (int i = 0; i < 200; i++) {
      series.put("segment " + i, i);
    }
    JsonPages pages = JsonPages.of(whole, LENGTH);
    ObjectNode all = Mappers.json().createObjectNode();
    for (int number = 1; number <= pages.count(); number++) {
      all.setAll((ObjectNode) pages.page(number).path("rows"));
    }
    assertThat(pages.count()).isGreaterThan(3);
    assertThat(all).isEqualTo(series);
  }

  @Test
  void whatHasNoListIsOnePage() {
    JsonNode whole = Mappers.read("{\"text\":\"" + "x".repeat(1000) + "\"}");
    JsonPages pages = JsonPages.of(whole, LENGTH);
    assertThat(pages.count()).isEqualTo(1);
    assertThat(pages.page(1).path("answer")).isEqualTo(whole);
  }
}
