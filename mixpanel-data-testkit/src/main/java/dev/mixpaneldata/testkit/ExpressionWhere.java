package dev.mixpaneldata.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.endpoint.WhereLanguage;
import dev.mixpaneldata.testkit.expression.EvaluationException;
import dev.mixpaneldata.testkit.expression.Evaluator;
import dev.mixpaneldata.testkit.expression.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Mixpanel's own language of {@code where}. */
final class ExpressionWhere implements WhereLanguage {
  private static final Subject BLANK = Subject.event("", 0, MissingNode.getInstance());

  private final Evaluator evaluator;
  private final Map<String, Profile> users;

  /**
   * Creates a language that finds these profiles by {@code user["..."]}.
   *
   * @param profiles profiles of users; the last one of a distinct id counts
   */
  ExpressionWhere(ExpressionOptions options, List<Profile> profiles) {
    evaluator = new Evaluator(options);
    users =
        profiles.stream().collect(Collectors.toMap(Profile::distinctId, user -> user, (a, b) -> b));
  }

  @Override
  public Predicate<JsonNode> parse(String where) {
    Expression condition = read(where);
    return record -> evaluator.matches(condition, subject(record));
  }

  private Expression read(String where) {
    try {
      Expression condition = Expression.parse(where);
      // No operand is ever skipped, so this finds every error that all records share.
      evaluator.evaluate(condition, BLANK);
      return condition;
    } catch (MixpanelDataException | EvaluationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private Subject subject(JsonNode record) {
    if (!record.has("event")) {
      return Subject.profile(Profile.readableProperties(record));
    }
    JsonNode properties = record.path("properties");
    Subject event =
        new Subject(
            Optional.of(record.path("event").asText()),
            millis(properties.path("time")),
            properties,
            MissingNode.getInstance());
    Profile user = users.get(properties.path("distinct_id").asText());
    return user == null ? event : event.withUser(Profile.readableProperties(user.json()));
  }

  private static OptionalLong millis(JsonNode time) {
    if (!time.isNumber()) {
      return OptionalLong.empty();
    }
    boolean seconds = Math.abs(time.longValue()) < ExpressionOptions.MILLISECONDS_FROM;
    return OptionalLong.of(seconds ? time.longValue() * 1000 : time.longValue());
  }
}
