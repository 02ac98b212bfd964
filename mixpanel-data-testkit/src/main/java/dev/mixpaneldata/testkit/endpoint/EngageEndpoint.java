package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The endpoint {@code GET|POST /api/query/engage}: user profiles in pages. The same query has the
 * same pages in every session; the session id only has to be one that page 0 returned.
 */
final class EngageEndpoint implements Endpoint {

  private static final int DEFAULT_PAGE_SIZE = 1000;
  private static final String SESSION_PREFIX = "1767225600-";

  private final FakeProject world;

  EngageEndpoint(FakeProject world) {
    this.world = world;
  }

  @Override
  public Answer answer(Request request) throws Refusal {
    Arguments arguments = Arguments.of(request);
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
    Map<String, Profile> candidates = candidates(arguments);
    Predicate<JsonNode> where = where(arguments);
    Optional<Set<String>> output = arguments.texts("output_properties");
    List<ObjectNode> found = new ArrayList<>();
    candidates.forEach(
        (distinctId, profile) -> {
          if (where.test(profile.json())) {
            found.add(profile.project(output));
          }
        });
    return found;
  }

  private Map<String, Profile> candidates(Arguments arguments) throws Refusal {
    Map<String, Profile> all = new LinkedHashMap<>();
    world.profiles().forEach(profile -> all.put(profile.distinctId(), profile));
    Optional<JsonNode> cohort = arguments.json("filter_by_cohort");
    if (cohort.isPresent()) {
      Set<String> members = world.cohorts().get(cohort.get().path("id").asText());
      if (members == null) {
        throw Refusal.badRequest("Unknown cohort: " + cohort.get());
      }
      if (arguments.flag("include_all_users", true)) {
        members.forEach(member -> all.putIfAbsent(member, Profile.empty(member)));
      }
      all.keySet().retainAll(members);
    }
    Optional<Set<String>> wanted = wantedIds(arguments);
    wanted.ifPresent(all.keySet()::retainAll);
    return all;
  }

  private static Optional<Set<String>> wantedIds(Arguments arguments) throws Refusal {
    Optional<String> single = arguments.text("distinct_id");
    Optional<Set<String>> several = arguments.texts("distinct_ids");
    if (single.isPresent() && several.isPresent()) {
      throw Refusal.badRequest("distinct_id and distinct_ids exclude each other");
    }
    return single.isPresent() ? single.map(Set::of) : several.map(LinkedHashSet::new);
  }

  private Predicate<JsonNode> where(Arguments arguments) throws Refusal {
    Optional<String> text = arguments.text("where");
    try {
      return text.map(world.where()::parse).orElse(record -> true);
    } catch (IllegalArgumentException notUnderstood) {
      throw Refusal.badRequest("Invalid where: " + notUnderstood.getMessage());
    }
  }
}
