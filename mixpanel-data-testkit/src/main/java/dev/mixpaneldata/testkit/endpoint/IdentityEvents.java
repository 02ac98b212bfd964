package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The events that join the ids of users, and are not kept as events. */
final class IdentityEvents {
  private final JoinedIdentities identities;

  IdentityEvents(JoinedIdentities identities) {
    this.identities = identities;
  }

  /** Returns whether the event is about identities. */
  static boolean is(JsonNode event) {
    return switch (event.path("event").asText()) {
      case "$identify", "$create_alias", "$merge" -> true;
      default -> false;
    };
  }

  /** Joins the ids, or says what is wrong with them. */
  Optional<String> join(JsonNode event) {
    JsonNode properties = event.path("properties");
    return switch (event.path("event").asText()) {
      case "$identify" -> join(properties, "$anon_id", "$identified_id");
      case "$create_alias" -> join(properties, "alias", "distinct_id");
      default -> merge(properties.path("$distinct_ids"));
    };
  }

  private Optional<String> join(JsonNode properties, String alias, String user) {
    String from = properties.path(alias).asText();
    String to = properties.path(user).asText();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.of(alias + " and " + user + " are required");
    }
    identities.join(from, to);
    return Optional.empty();
  }

  private Optional<String> merge(JsonNode ids) {
    if (ids.size() != 2) {
      return Optional.of("'properties.$distinct_ids' is invalid: must be two ids");
    }
    identities.join(ids.path(1).asText(), ids.path(0).asText());
    return Optional.empty();
  }
}
