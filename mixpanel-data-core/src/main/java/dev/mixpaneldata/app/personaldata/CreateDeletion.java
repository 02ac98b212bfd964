package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A request to delete all data of people.
 *
 * @param distinctIds the people, 1 to 1999
 * @param token the project's token; unless given, that of the workspace
 */
@WithBuilder
public record CreateDeletion(
    @Param(help = "distinct_ids of the people, at most 1999", required = true)
        List<String> distinctIds,
    @Param(help = "The law behind the request", defaultValue = "gdpr")
        ComplianceType complianceType,
    @Param(help = PersonalDataRequest.TOKEN) Optional<Secret> token)
    implements CreateDeletionBuilder.With {
  public CreateDeletion {
    distinctIds = DistinctIds.checked(distinctIds, DistinctIds.MOST_DELETED);
  }

  /** Returns a request by GDPR. */
  public static CreateDeletion of(List<String> distinctIds) {
    return new CreateDeletion(distinctIds, ComplianceType.GDPR, Optional.empty());
  }
}
