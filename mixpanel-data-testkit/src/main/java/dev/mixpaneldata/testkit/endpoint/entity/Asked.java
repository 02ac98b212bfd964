package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.http.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request for entities.
 *
 * @param segments the parts of the path that stand where the family's path has a star, in order
 */
record Asked(Request request, List<String> segments) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Returns the id in the path. */
  String id() {
    return segments.get(0);
  }

  /** Returns the body, which must be a JSON object. */
  ObjectNode body() throws Refusal {
    try {
      JsonNode body = JSON.readTree(request.body());
      if (body instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw new Refusal(400, "The body is not JSON: " + malformed.getOriginalMessage());
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    throw new Refusal(400, "The body is not a JSON object");
  }

  /** Returns a list of the body, which must be there. */
  List<JsonNode> list(String field) throws Refusal {
    JsonNode list = body().path(field);
    if (!list.isArray()) {
      throw new Refusal(400, field + ": This field is required.");
    }
    List<JsonNode> elements = new java.util.ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }

  /** Returns the texts of a parameter that joins them by commas; empty if it was not given. */
  Optional<Set<String>> texts(String parameter) {
    return request
        .parameter(parameter)
        .filter(text -> !text.isEmpty())
        .map(text -> Arrays.stream(text.split(",")).collect(Collectors.toSet()));
  }

  /** Returns whether a parameter is {@code true}. */
  boolean flag(String parameter) {
    return request.parameter(parameter).filter("true"::equals).isPresent();
  }
}
