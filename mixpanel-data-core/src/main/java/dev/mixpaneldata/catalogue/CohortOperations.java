package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.cohorts.CohortDetails;
import dev.mixpaneldata.app.cohorts.CohortIdsRequest;
import dev.mixpaneldata.app.cohorts.CohortListRequest;
import dev.mixpaneldata.app.cohorts.CohortRequest;
import dev.mixpaneldata.app.cohorts.CreateCohort;
import dev.mixpaneldata.app.cohorts.UpdateCohort;
import dev.mixpaneldata.app.cohorts.UpdateCohorts;
import java.util.List;
import java.util.Optional;

/** Saved cohorts, as operations. */
final class CohortOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.COHORTS);

  private CohortOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY
            .read(
                "list_cohorts_full",
                "cohorts list",
                "Saved cohorts with all that the web application shows of them",
                CohortListRequest.class,
                ResultType.listOf(CohortDetails.class),
                (app, request) -> app.cohorts().list(request))
            .with(Trait.KEPT),
        FAMILY.read(
            "get_cohort",
            "cohorts get",
            "One saved cohort with all that the web application shows of it",
            CohortRequest.class,
            ResultType.of(CohortDetails.class),
            (app, request) -> app.cohorts().get(request.cohortId())),
        FAMILY.write(
            "create_cohort",
            "cohorts create",
            "Create a cohort",
            CreateCohort.class,
            ResultType.of(CohortDetails.class),
            (app, request) -> app.cohorts().create(request)),
        FAMILY
            .write(
                "update_cohort",
                "cohorts update",
                "Change a cohort",
                UpdateCohort.class,
                ResultType.of(CohortDetails.class),
                (app, request) -> app.cohorts().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_cohort",
            "cohorts delete",
            "Delete a cohort",
            CohortRequest.class,
            (app, request) -> app.cohorts().delete(request.cohortId()),
            (app, request) -> List.of(subject(app.cohorts().get(request.cohortId())))),
        FAMILY.deleteAll(
            "bulk_delete_cohorts",
            "cohorts bulk-delete",
            "Delete several cohorts",
            CohortIdsRequest.class,
            (app, request) -> app.cohorts().delete(request),
            (app, request) -> subjects(app, request.ids())),
        FAMILY
            .write(
                "bulk_update_cohorts",
                "cohorts bulk-update",
                "Change several cohorts",
                UpdateCohorts.class,
                ResultType.listOf(ChangeReceipt.class),
                (app, request) -> app.cohorts().update(request))
            .with(Trait.REPEATABLE));
  }

  private static Subject subject(CohortDetails cohort) {
    return Subject.of("cohort", cohort.id(), Optional.of(cohort.name()));
  }

  private static List<Subject> subjects(App app, List<Long> ids) {
    return app.cohorts().list(CohortListRequest.of().with(r -> r.ids(ids))).stream()
        .map(CohortOperations::subject)
        .toList();
  }
}
