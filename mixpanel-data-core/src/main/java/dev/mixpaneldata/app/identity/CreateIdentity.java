package dev.mixpaneldata.app.identity;

import dev.mixpaneldata.operation.Param;

/**
 * A user who was anonymous and is now known.
 *
 * @param identifiedId the id of the known user
 * @param anonId the id under which the user was anonymous
 */
public record CreateIdentity(
    @Param(help = "Id of the known user") String identifiedId,
    @Param(help = "Id under which the user was anonymous") String anonId) {
  public CreateIdentity {
    Ids.check(identifiedId, anonId);
  }
}
