package dev.mixpaneldata.testkit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.endpoint.WhereLanguage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Mixpanel's own language for {@code where}. */
public final class ExpressionWhere implements WhereLanguage {
  private final Evaluator evaluator;
  private final Map<String, JsonNode> userProperties;

  /**
   * A language that finds these profiles by {@code user["..."]}.
   *
   * @param profiles of users; by distinct id the last one counts
   */
  public ExpressionWhere(ExpressionOptions options, List<Profile> profiles) {
    evaluator = new Evaluator(options);
    userProperties =
        profiles.stream()
            .collect(
                Collectors.toMap(
                    Profile::distinctId, profile -> properties(profile.json()), (a, b) -> b));
  }

  @Override
  public Predicate<JsonNode> parse(String where) {
    Expression condition = read(where);
    return record -> evaluator.matches(condition, subject(record));
  }

  private static Expression read(String where) {
    try {
      return Expression.parse(where);
    } catch (MixpanelDataException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private Subject subject(JsonNode record) {
    if (!record.has("event")) {
      return Subject.profile(properties(record));
    }
    JsonNode properties = record.path("properties");
    return new Subject(
        Optional.of(record.path("event").asText()),
        millis(properties.path("time")),
        properties,
        userProperties.getOrDefault(
            properties.path("distinct_id").asText(), MissingNode.getInstance()));
  }

  private static OptionalLong millis(JsonNode time) {
    if (!time.isNumber()) {
      return OptionalLong.empty();
    }
    boolean seconds = Math.abs(time.longValue()) < ExpressionOptions.MILLISECONDS_FROM;
    return OptionalLong.of(seconds ? time.longValue() * 1000 : time.longValue());
  }

  /** A profile's properties, the distinct id among them. */
  private static JsonNode properties(JsonNode profile) {
    JsonNode properties = profile.path("$properties");
    return properties instanceof ObjectNode object
        ? object.deepCopy().<ObjectNode>set("$distinct_id", profile.path("$distinct_id"))
        : properties;
  }
}
