package dev.mixpaneldata.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The header {@code x-auth-data}: base64 of {@code {"serviceaccount_username": …,
 * "serviceaccount_secret": …, "project_id": …}}, of which the project may be missing.
 */
final class AuthData {
  private AuthData() {}

  static HttpIdentities.Account account(String header) {
    JsonNode data;
    try {
      byte[] json =
          Base64.getMimeDecoder().decode(header.strip().replace('-', '+').replace('_', '/'));
      data = Mappers.read(new String(json, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | MixpanelDataException e) {
      // The cause would show what was sent.
      throw malformed();
    }
    String username = data.path("serviceaccount_username").asText();
    String secret = data.path("serviceaccount_secret").asText();
    if (username.isBlank() || secret.isBlank()) {
      throw malformed();
    }
    String project = data.path("project_id").asText();
    return new HttpIdentities.Account(
        username, secret, project.isBlank() ? Optional.empty() : Optional.of(project));
  }

  private static MixpanelDataException malformed() {
    return MixpanelDataException.invalidArgument(
        "The header " + HttpIdentities.DATA + " is malformed.",
        "Send base64 of {\"serviceaccount_username\": …, \"serviceaccount_secret\": …,"
            + " \"project_id\": …}.");
  }
}
