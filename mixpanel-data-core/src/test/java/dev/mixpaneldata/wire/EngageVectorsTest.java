package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.profile.ProfileStatisticsRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions about profiles are sent as Mixpanel's Python package sends them. */
class EngageVectorsTest extends WireTestCase {
  /** The names that the package's arguments have here. */
  private static final Map<String, String> NAMES =
      Map.of(
          "sort_by", "sort_by",
          "sort_order", "sort_order",
          "as_of", "as_of",
          "properties", "output_properties",
          "distinct_id", "distinct_id",
          "distinct_ids", "distinct_ids",
          "group_id", "group_id",
          "aggregate", "aggregate",
          "aggregate_property", "property",
          "segment_by", "by_cohorts");

  static Stream<Vectors.Case> questions() {
    return Vectors.read(
        "build-engage.jsonl",
        c ->
            c.content().path("call").asText().equals("workspace.build_user_params")
                && !c.content().has("error")
                && isKnown(c.content().path("input")));
  }

  private static boolean isKnown(JsonNode input) {
    List<String> names = new ArrayList<>();
    input.fieldNames().forEachRemaining(names::add);
    names.remove("mode");
    return NAMES.keySet().containsAll(names);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionHasTheFieldsOfThePackage(Vectors.Case question) {
    JsonNode input = question.content().path("input");
    Map<String, Object> arguments = new LinkedHashMap<>();
    input
        .properties()
        .forEach(
            argument -> {
              String name = NAMES.get(argument.getKey());
              if (name != null) {
                arguments.put(
                    name,
                    JsonText.parse(argument.getValue().toString())
                        .map(value -> value instanceof Boolean ? value : texts(value))
                        .orElseThrow());
              }
            });
    Map<String, String> sent;
    if (input.path("mode").asText().equals("profiles")) {
      answer("/query/engage", "{\"results\": [], \"total\": 0, \"session_id\": \"s\"}");
      workspace.profiles().query(Binder.bind(ProfileQueryRequest.class, arguments));
      sent = sent("POST /api/query/engage");
    } else {
      answer("/query/engage/stats", "{\"results\": 1}");
      workspace.profiles().statistics(Binder.bind(ProfileStatisticsRequest.class, arguments));
      sent = sent("POST /api/query/engage/stats");
    }
    for (Map.Entry<String, JsonNode> field : question.content().path("output").properties()) {
      assertThat(sent).containsKey(field.getKey());
      assertThat(normal(sent.getOrDefault(field.getKey(), "")))
          .as(field.getKey())
          .isEqualTo(normal(field.getValue().asText()));
    }
  }

  private static Object texts(Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : value;
  }

  /** Returns JSON without white space, and other texts as they are. */
  private static String normal(String text) {
    return text.startsWith("{") || text.startsWith("[") ? Mappers.write(Mappers.read(text)) : text;
  }
}
