package dev.mixpaneldata.app.identity;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import java.util.List;

/**
 * Two users who are one.
 *
 * @param distinctIds their ids, exactly two
 */
public record MergeIdentities(
    @Param(help = "The ids of the two users", required = true) List<String> distinctIds) {
  public MergeIdentities {
    distinctIds = List.copyOf(distinctIds);
    if (distinctIds.size() != 2) {
      throw MixpanelDataException.invalidArgument(
          "There are " + distinctIds.size() + " ids.", "Give exactly two.");
    }
    Ids.check(distinctIds.get(0), distinctIds.get(1));
  }
}
