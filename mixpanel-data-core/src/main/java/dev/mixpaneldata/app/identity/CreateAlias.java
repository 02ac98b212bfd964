package dev.mixpaneldata.app.identity;

import dev.mixpaneldata.operation.Param;

/**
 * A second id of a user.
 *
 * @param distinctId the id that the user has
 * @param alias the id that leads there, too
 */
public record CreateAlias(
    @Param(help = "Id that the user has") String distinctId,
    @Param(help = "Id that leads there, too") String alias) {
  public CreateAlias {
    Ids.check(distinctId, alias);
  }
}
