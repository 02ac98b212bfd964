package dev.mixpaneldata.bridge.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token endpoint answers. */
record Tokens(
    Secret accessToken,
    Optional<Secret> refreshToken,
    Optional<Long> seconds,
    List<String> scopes) {

  static Tokens of(JsonNode answer) {
    String access = answer.path("access_token").asText("");
    String type = answer.path("token_type").asText("bearer");
    if (access.isBlank() || !type.equalsIgnoreCase("bearer")) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE, "The authorization server answered without a bearer token.");
    }
    String scope = answer.path("scope").asText("").strip();
    return new Tokens(
        Secret.of(access),
        Optional.of(answer.path("refresh_token").asText(""))
            .filter(text -> !text.isBlank())
            .map(Secret::of),
        answer.path("expires_in").isNumber() || answer.path("expires_in").isTextual()
            ? Optional.of(answer.path("expires_in").asLong())
            : Optional.empty(),
        scope.isEmpty() ? List.of() : Arrays.asList(scope.split("\\s+")));
  }

  Optional<Instant> expiresAt(Instant now) {
    return seconds.map(now::plusSeconds);
  }
}
