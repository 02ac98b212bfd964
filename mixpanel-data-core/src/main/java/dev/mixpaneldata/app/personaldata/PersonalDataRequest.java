package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/**
 * One request that was made before.
 *
 * @param trackingId the id that its creation answered
 * @param token the project's token; unless given, that of the workspace
 */
@WithBuilder
public record PersonalDataRequest(
    @Param(help = "Id of the request, from the answer to its creation") String trackingId,
    @Param(help = TOKEN) Optional<Secret> token)
    implements PersonalDataRequestBuilder.With {
  static final String TOKEN = "The project's token; that of the environment unless given";

  /** Returns a request of the workspace's project. */
  public static PersonalDataRequest of(String trackingId) {
    return new PersonalDataRequest(trackingId, Optional.empty());
  }
}
