package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * The variants that certain users get.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record SetTestUsers(
    @Param(help = "Id of the flag", listedBy = Reference.LIST_FLAGS) String flagId,
    @Param(help = "A JSON object: the distinct id of a user by the key of a variant") Json users,
    @Param(help = Param.BODY) Optional<Json> json)
    implements SetTestUsersBuilder.With {
  /** Returns the users of a flag. */
  public static SetTestUsers of(String flagId, Json users) {
    return new SetTestUsers(flagId, users, Optional.empty());
  }
}
