package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.dataset.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionWhereTest {
  private static final String PROFILE =
      "{\"$distinct_id\":\"u1\",\"$properties\":{\"plan\":\"pro\"}}";

  private final ExpressionWhere where =
      new ExpressionWhere(ExpressionOptions.defaults(), List.of(Profile.parse(PROFILE)));

  private boolean passes(String text, String record) throws Exception {
    JsonNode tree = new ObjectMapper().readTree(record);
    return where.parse(text).test(tree);
  }

  @Test
  void eventsAreReadWithTheirUsers() throws Exception {
    String event =
        "{\"event\":\"Buy\",\"properties\":{\"distinct_id\":\"u1\",\"n\":5,\"time\":%s}}";
    assertThat(passes("properties[\"n\"] > 4 and user[\"plan\"] == \"pro\"", event.formatted("9")))
        .isTrue();
    assertThat(passes("properties[\"$event_name\"] == \"Buy\"", event.formatted("9"))).isTrue();
    String since = "properties[\"$time\"] >= datetime(1767225600)";
    assertThat(passes(since, event.formatted("1767225600"))).isTrue();
    assertThat(passes(since, event.formatted("1767225599"))).isFalse();
    assertThat(passes(since, event.formatted("1767225600000"))).isTrue();
    assertThat(passes(since, event.formatted("1767225599999"))).isFalse();
    assertThat(passes("defined(properties[\"time\"])", event.formatted("null"))).isFalse();
  }

  @Test
  void strangersHaveNoProfile() throws Exception {
    String event = "{\"event\":\"Buy\",\"properties\":{\"distinct_id\":\"u2\"}}";
    assertThat(passes("defined(user[\"plan\"])", event)).isFalse();
  }

  @Test
  void profilesAreRead() throws Exception {
    assertThat(passes("properties[\"plan\"] == \"pro\"", PROFILE)).isTrue();
    assertThat(passes("user[\"plan\"] == \"free\"", PROFILE)).isFalse();
    assertThat(passes("properties[\"$distinct_id\"] == \"u1\"", PROFILE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan = 1", "upper(properties[\"a\"])", "1 and true", "behaviors[\"b\"]"})
  void whatFailsForEveryRecordIsRefusedAtOnce(String text) {
    assertThatThrownBy(() -> where.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
