package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.identity.CreateAlias;
import dev.mixpaneldata.app.identity.CreateIdentity;
import dev.mixpaneldata.app.identity.MergeIdentities;
import java.util.List;
import java.util.Optional;

/** The identities of users, as operations. */
final class IdentityOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.IDENTITY);

  private IdentityOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY
            .write(
                "create_identity",
                "identity create",
                "Make an anonymous user known",
                CreateIdentity.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.identities().create(request))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "create_alias",
                "identity alias",
                "Give a user a second id",
                CreateAlias.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.identities().alias(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "merge_identities",
            "identity merge",
            "Make one user of two for good",
            MergeIdentities.class,
            (app, request) -> app.identities().merge(request),
            (app, request) ->
                request.distinctIds().stream()
                    .map(id -> Subject.of("user", id, Optional.of(id)))
                    .toList()));
  }
}
