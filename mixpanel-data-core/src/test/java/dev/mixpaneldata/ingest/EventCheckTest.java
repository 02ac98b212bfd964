package dev.mixpaneldata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventCheckTest {
  private final EventCheck check = EventCheck.ofImports(Instant.parse("2026-02-01T00:00:00Z"));

  @Test
  void whatIsCompleteStaysByteForByte() throws InvalidEventException {
    String event =
        "{\"event\":\"A\",\"properties\":{\"time\":1769800000123,\"distinct_id\":\"u\","
            + "\"$insert_id\":\"a-1\",\"n\":1.50e3,\"t\":\"\\u00e9\\/\", \"o\" : {\"a\": [1,  2]}}}";
    assertThat(prepared(event)).isEqualTo(event);
  }

  @Test
  void secondsBecomeMillisecondsAndAnInsertIdIsDerived() throws InvalidEventException {
    String first = prepared(event("\"time\":1769800000,\"distinct_id\":\"u\",\"a\":1"));
    String other = prepared(event("\"a\":1,\"distinct_id\":\"u\",\"time\":1769800000000"));
    String different = prepared(event("\"a\":2,\"distinct_id\":\"u\",\"time\":1769800000000"));
    assertThat(first).contains("\"time\":1769800000000,").containsPattern(ID);
    assertThat(id(other)).isEqualTo(id(first));
    assertThat(id(different)).isNotEqualTo(id(first));
  }

  @Test
  void whatMixpanelWouldRefuseIsFound() {
    refused("[]", "not a JSON object");
    refused("{\"event\":1,\"properties\":{\"time\":1769800000}}", "no name");
    refused(event("\"distinct_id\":\"u\""), "no time");
    refused(event("\"time\":\"today\""), "not a number");
    refused(event("\"time\":1600000000"), "older than five years");
    refused(event("\"time\":1e-999999999"), "not a time of this century");
    refused(event("\"time\":1869800000"), "in the future");
    refused(event("\"time\":1769800000,\"$insert_id\":\"a:b\""), "insert id");
    refused(event("\"time\":1769800000,\"distinct_id\":\"undefined\""), "distinct id");
    refused(event("\"time\":1769800000,\"" + "é".repeat(128) + "\":1"), "255 bytes");
    refused(event("\"time\":1769800000,\"a\":{\"b\":{\"c\":{\"d\":{}}}}"), "nested more than 3");
    StringBuilder many = new StringBuilder("\"time\":1769800000");
    for (int i = 0; i < 255; i++) {
      many.append(",\"p").append(i).append("\":1");
    }
    refused(event(many.toString()), "more than 255 properties");
  }

  private static final String ID = "\"\\$insert_id\":\"[0-9a-f]{32}\"";

  private static String id(String event) {
    return event.replaceAll(".*(" + ID + ").*", "$1");
  }

  private static String event(String properties) {
    return "{\"event\":\"A\",\"properties\":{" + properties + "}}";
  }

  private String prepared(String event) throws InvalidEventException {
    return new String(
        check.prepare(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private void refused(String event, String reason) {
    assertThatThrownBy(() -> prepared(event))
        .isInstanceOf(InvalidEventException.class)
        .hasMessageContaining(reason);
  }
}
