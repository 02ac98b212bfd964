package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.expression.Evaluator;
import dev.mixpaneldata.testkit.expression.Subject;
import dev.mixpaneldata.testkit.expression.Value;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoint {@code GET|POST /api/query/engage}: user profiles in pages. The same query has the
 * same pages in every session; the session id only has to be one that page 0 returned.
 */
final class EngageEndpoint implements Endpoint {

  private static final int DEFAULT_PAGE_SIZE = 1000;
  private static final String SESSION_PREFIX = "1767225600-";

  private static final Set<String> KNOWN =
      Set.of(
          "project_id",
          "workspace_id",
          "page",
          "page_size",
          "session_id",
          "where",
          "filter_by_cohort",
          "include_all_users",
          "output_properties",
          "sort_key",
          "sort_order",
          "search",
          "limit",
          "distinct_id",
          "distinct_ids",
          "data_group_id",
          "as_of_timestamp",
          "behaviors");

  private final FakeProject world;

  private final ProfileSelection selection;
  private final Evaluator evaluator = new Evaluator(ExpressionOptions.defaults());

  EngageEndpoint(ReportSource source) {
    this.world = source.world();
    this.selection = new ProfileSelection(source);
  }

  @Override
  public Answer answer(Request request) throws Refusal {
    Arguments arguments = Arguments.of(request);
    arguments.refuseOthers(KNOWN);
    int page = arguments.wholeNumber("page").orElse(0);
    int pageSize = arguments.wholeNumber("page_size").orElse(DEFAULT_PAGE_SIZE);
    if (page < 0 || pageSize < 1) {
      throw Refusal.badRequest("page and page_size must be positive");
    }
    String session = session(arguments, page);
    List<ObjectNode> found = find(arguments);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("page", page);
    answer.put("page_size", pageSize);
    answer.put("session_id", session);
    answer.put("status", "ok");
    if (page == 0) {
      answer.put("total", found.size());
    }
    ArrayNode results = answer.putArray("results");
    found.stream().skip((long) page * pageSize).limit(pageSize).forEach(results::add);
    return Answer.json(200, answer.toString());
  }

  private String session(Arguments arguments, int page) throws Refusal {
    Optional<String> given = arguments.text("session_id");
    if (page == 0 && given.isEmpty()) {
      return SESSION_PREFIX + Long.toHexString(world.clock().millis());
    }
    if (given.isEmpty()) {
      throw Refusal.badRequest("session_id is required for page > 0");
    }
    if (!given.get().startsWith(SESSION_PREFIX)) {
      throw Refusal.badRequest("Unknown session_id: " + given.get());
    }
    return given.get();
  }

  private List<ObjectNode> find(Arguments arguments) throws Refusal {
    Optional<Set<String>> output = arguments.texts("output_properties");
    Optional<Set<String>> wanted = wantedIds(arguments);
    List<Profile> found =
        new ArrayList<>(
            selection.of(arguments, "where").stream()
                .filter(p -> wanted.isEmpty() || wanted.get().contains(p.distinctId()))
                .toList());
    Optional<String> key = arguments.text("sort_key");
    if (key.isPresent()) {
      sort(found, key.get(), arguments.text("sort_order").orElse("descending"));
    }
    return found.stream().map(profile -> profile.project(output)).toList();
  }

  /** Sorts by the values' texts or sizes; profiles without a value are last, as they were. */
  private void sort(List<Profile> profiles, String key, String order) throws Refusal {
    Expression expression = Expression.parse(key);
    Comparator<Value> values =
        Comparator.<Value>comparingDouble(
                value -> value instanceof Value.Numeric number ? number.value() : 0)
            .thenComparing(value -> value instanceof Value.Text text ? text.value() : "");
    if (!order.equals("ascending") && !order.equals("descending")) {
      throw Refusal.badRequest("Invalid sort_order: " + order);
    }
    Comparator<Value> directed = order.equals("ascending") ? values : values.reversed();
    profiles.sort(
        Comparator.comparing(
            profile ->
                evaluator.evaluate(
                    expression, Subject.profile(Profile.readableProperties(profile.json()))),
            Comparator.<Value, Boolean>comparing(Value.Empty.class::isInstance)
                .thenComparing(directed)));
  }

  private static Optional<Set<String>> wantedIds(Arguments arguments) throws Refusal {
    Optional<String> single = arguments.text("distinct_id");
    Optional<Set<String>> several = arguments.texts("distinct_ids");
    if (single.isPresent() && several.isPresent()) {
      throw Refusal.badRequest("distinct_id and distinct_ids exclude each other");
    }
    return single.isPresent() ? single.map(Set::of) : several;
  }
}
