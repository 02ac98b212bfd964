package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for what happened to a flag. */
@WithBuilder
public record FlagHistoryRequest(
    @Param(help = "Id of the flag", listedBy = Reference.LIST_FLAGS) String flagId,
    @Param(help = "Number of the page") Optional<String> page,
    @Param(help = "At most this many entries") Optional<Integer> pageSize)
    implements FlagHistoryRequestBuilder.With {
  /** Returns a request for the first page. */
  public static FlagHistoryRequest of(String flagId) {
    return new FlagHistoryRequest(flagId, Optional.empty(), Optional.empty());
  }
}
