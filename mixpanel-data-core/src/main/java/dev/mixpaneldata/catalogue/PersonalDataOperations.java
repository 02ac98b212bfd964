package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.personaldata.CreateDeletion;
import dev.mixpaneldata.app.personaldata.CreateRetrieval;
import dev.mixpaneldata.app.personaldata.PersonalDataJob;
import dev.mixpaneldata.app.personaldata.PersonalDataRequest;
import java.util.List;
import java.util.Optional;

/** Requests for the data of people, as operations. */
final class PersonalDataOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.ADMINISTRATION);

  private PersonalDataOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.write(
            "create_data_retrieval",
            "gdpr retrieve",
            "Ask for all data of people, by GDPR or CCPA",
            CreateRetrieval.class,
            ResultType.of(PersonalDataJob.class),
            (app, request) -> app.personalData().retrieve(request)),
        FAMILY.read(
            "get_data_retrieval",
            "gdpr retrieval",
            "How far a retrieval is, with the address of the data once it is there",
            PersonalDataRequest.class,
            ResultType.of(PersonalDataJob.class),
            (app, request) -> app.personalData().retrieval(request)),
        FAMILY.destroy(
            "create_data_deletion",
            "gdpr delete",
            "Delete all data of people, by GDPR or CCPA",
            CreateDeletion.class,
            ResultType.of(PersonalDataJob.class),
            (app, request) -> app.personalData().delete(request),
            (app, request) ->
                request.distinctIds().stream()
                    .map(id -> Subject.of("data of the user", id, Optional.of(id)))
                    .toList()),
        FAMILY.read(
            "get_data_deletion",
            "gdpr deletion",
            "How far a deletion of the data of people is",
            PersonalDataRequest.class,
            ResultType.of(PersonalDataJob.class),
            (app, request) -> app.personalData().deletion(request)),
        FAMILY.write(
            "cancel_data_deletion",
            "gdpr cancel",
            "Cancel a deletion of the data of people that has not started",
            PersonalDataRequest.class,
            ResultType.of(ChangeReceipt.class),
            (app, request) -> app.personalData().cancel(request)));
  }
}
