package dev.mixpaneldata.app.personaldata;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/**
 * A request for all data of people.
 *
 * @param distinctIds the people, 1 to 2000
 * @param token the project's token; unless given, that of the workspace
 */
@WithBuilder
public record CreateRetrieval(
    @Param(help = "distinct_ids of the people, at most 2000", required = true)
        List<String> distinctIds,
    @Param(help = "The law behind the request", defaultValue = "gdpr")
        ComplianceType complianceType,
    @Param(help = "What is disclosed, by CCPA alone") Optional<DisclosureType> disclosureType,
    @Param(help = PersonalDataRequest.TOKEN) Optional<Secret> token)
    implements CreateRetrievalBuilder.With {
  public CreateRetrieval {
    distinctIds = DistinctIds.checked(distinctIds, DistinctIds.MOST_RETRIEVED);
  }

  /** Returns a request by GDPR. */
  public static CreateRetrieval of(List<String> distinctIds) {
    return new CreateRetrieval(
        distinctIds, ComplianceType.GDPR, Optional.empty(), Optional.empty());
  }
}
