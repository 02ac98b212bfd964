package dev.mixpaneldata.testkit;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.endpoint.FakeProject;
import dev.mixpaneldata.testkit.endpoint.Family;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** The check of credentials, which admits the one service account to its own project only. */
final class Authentication {

  private static final String UNAUTHORIZED =
      "{\"error\":\"Invalid service account credentials\",\"status\":\"error\"}";

  private final FakeProject world;
  private final String encoded;
  private final String plain;
  private final Predicate<String> bearerTokens;
  private final boolean answersBadRequest;

  /**
   * Checks requests against the world's project.
   *
   * @param bearerTokens the tokens that are accepted beside the service account
   * @param answersBadRequest whether wrong credentials get a 400 instead of a 401, as Mixpanel does
   *     at times
   */
  Authentication(FakeProject world, Predicate<String> bearerTokens, boolean answersBadRequest) {
    this.world = world;
    this.bearerTokens = bearerTokens;
    this.plain = world.project().username() + ":" + world.project().secret();
    this.encoded = Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    this.answersBadRequest = answersBadRequest;
  }

  /**
   * Returns the answer to a request without valid credentials; returns empty for one that may pass.
   */
  Optional<Answer> refuse(Request request, Family family) {
    if (family == Family.TRACKING) {
      return Optional.empty();
    }
    String given = request.header("Authorization").orElse("");
    // Mixpanel accepts the pair without its Base64 as well.
    boolean bearer =
        given.startsWith("Bearer ") && bearerTokens.test(given.substring("Bearer ".length()));
    if (!bearer && !given.equals("Basic " + encoded) && !given.equals("Basic " + plain)) {
      return Optional.of(
          answersBadRequest
              ? family.error(request, 400, "Unable to authenticate request")
              : Answer.json(401, UNAUTHORIZED));
    }
    String own = Long.toString(world.project().id());
    Optional<String> asked = request.parameter("project_id").or(() -> inBody(request));
    boolean foreign = !asked.orElse(own).equals(own);
    boolean missing = asked.isEmpty() && family != Family.APP;
    if (missing) {
      return Optional.of(family.error(request, 400, "Missing required parameter: project_id"));
    }
    if (foreign) {
      return Optional.of(
          family.error(
              request,
              world.unknownProjectStatus(),
              "Service account has no access to project " + asked.orElse("")));
    }
    return Optional.empty();
  }

  /** Returns the project that the body of a report definition names beside the definition. */
  private static Optional<String> inBody(Request request) {
    boolean json = request.header("Content-Type").orElse("").startsWith("application/json");
    return json
        ? Optional.of(Mappers.read(request.bodyText()).path("project_id").asText())
            .filter(id -> !id.isEmpty())
        : Optional.empty();
  }
}
