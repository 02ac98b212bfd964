package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Endpoint;
import dev.mixpaneldata.testkit.endpoint.Family;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The paths of a family, each with an action for each of its methods. The first match wins. */
final class EntityPaths {
  /** Below a project, or below a workspace of it. */
  private static final List<String> SCOPED =
      List.of("/api/app/projects/*", "/api/app/workspaces/*");

  private static final List<String> BOTH = List.of("/api/app/projects/*/workspaces/*");

  private final List<String> prefixes;
  private final Map<String, Map<String, Action>> actions = new LinkedHashMap<>();

  private EntityPaths(List<String> prefixes) {
    this.prefixes = prefixes;
  }

  /** Returns the paths below a project, and below a workspace. */
  static EntityPaths scoped() {
    return new EntityPaths(SCOPED);
  }

  /** Returns the paths below a workspace of a project. */
  static EntityPaths ofWorkspaces() {
    return new EntityPaths(BOTH);
  }

  /** Returns the paths below a prefix of their own. */
  static EntityPaths below(String prefix) {
    return new EntityPaths(List.of(prefix));
  }

  /** Adds an action. Each star of the path stands for one segment. */
  EntityPaths on(String method, String path, Action action) {
    actions.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(method, action);
    return this;
  }

  /** Adds an action that answers in Mixpanel's envelope. */
  EntityPaths answering(String method, String path, Action.Results results) {
    return on(method, path, Action.of(results));
  }

  /** Adds listing, creating, reading, updating by PATCH, and deleting. */
  EntityPaths crud(String path, EntityStore store) {
    answering("GET", path, asked -> Action.array(store.where(listed(asked))));
    answering("POST", path, asked -> store.create(asked.body()));
    answering("GET", path + "/*", asked -> store.get(asked.id()));
    answering("PATCH", path + "/*", asked -> store.update(asked.id(), asked.body()));
    return answering(
        "DELETE",
        path + "/*",
        asked -> {
          store.delete(asked.id());
          return null;
        });
  }

  /** Adds the deletion of all things whose ids the body lists. */
  EntityPaths bulkDelete(String path, String field, EntityStore store) {
    return answering(
        "POST",
        path,
        asked -> {
          store.deleteAll(asked.list(field));
          return null;
        });
  }

  /** Adds the change of all things that the body lists. */
  EntityPaths bulkUpdate(String path, String field, EntityStore store) {
    return answering(
        "POST",
        path,
        asked -> {
          for (JsonNode change : asked.list(field)) {
            store.update(change.path("id").asText(), (ObjectNode) change);
          }
          return JsonNodeFactory.instance.objectNode();
        });
  }

  private static Predicate<ObjectNode> listed(Asked asked) {
    return entity ->
        asked.texts("ids").map(ids -> ids.contains(entity.path("id").asText())).orElse(true);
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String prefix : prefixes) {
      actions.forEach(
          (path, methods) ->
              routes.add(
                  new Route(
                      methods.keySet(),
                      prefix + path,
                      Family.APP,
                      new Dispatch(prefix + path, Map.copyOf(methods), prefix))));
    }
    return routes;
  }

  /** Chooses the action of a request's method. */
  private record Dispatch(String path, Map<String, Action> methods, String prefix)
      implements Endpoint {
    @Override
    public Answer answer(Request request) throws Refusal {
      Action action = methods.get(request.method());
      if (action == null) {
        throw new Refusal(405, "Method not allowed: " + request.method());
      }
      return action.answer(new Asked(request, segments(request.path())));
    }

    private List<String> segments(String asked) {
      String[] wanted = path.split("/");
      String[] given = asked.split("/");
      List<String> segments = new ArrayList<>();
      for (int i = prefix.split("/").length; i < wanted.length; i++) {
        if (wanted[i].equals("*")) {
          segments.add(URLDecoder.decode(given[i].replace("+", "%2B"), StandardCharsets.UTF_8));
        }
      }
      return segments;
    }
  }
}
