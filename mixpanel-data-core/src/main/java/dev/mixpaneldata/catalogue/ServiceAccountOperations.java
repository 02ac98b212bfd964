package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.serviceaccounts.AddServiceAccounts;
import dev.mixpaneldata.app.serviceaccounts.CreateServiceAccount;
import dev.mixpaneldata.app.serviceaccounts.NewServiceAccount;
import dev.mixpaneldata.app.serviceaccounts.RemoveServiceAccounts;
import dev.mixpaneldata.app.serviceaccounts.ServiceAccountInfo;
import dev.mixpaneldata.app.serviceaccounts.ServiceAccountListRequest;
import dev.mixpaneldata.app.serviceaccounts.ServiceAccountRequest;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;

/** Service accounts, as operations. */
final class ServiceAccountOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.ADMINISTRATION);

  private ServiceAccountOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_service_accounts",
            "service-accounts list",
            "Service accounts of the organization",
            ServiceAccountListRequest.class,
            ResultType.listOf(ServiceAccountInfo.class),
            (app, request) -> app.serviceAccounts().list(request)),
        FAMILY.read(
            "list_project_service_accounts",
            "service-accounts members",
            "Service accounts that are members of the project, with their roles",
            NoArguments.class,
            ResultType.listOf(ServiceAccountInfo.class),
            (app, request) -> app.serviceAccounts().ofProject()),
        FAMILY.read(
            "get_service_account",
            "service-accounts get",
            "One service account, without its secret",
            ServiceAccountRequest.class,
            ResultType.of(ServiceAccountInfo.class),
            (app, request) -> app.serviceAccounts().get(request)),
        FAMILY.write(
            "create_service_account",
            "service-accounts create",
            "Create a service account, whose secret is shown this once",
            CreateServiceAccount.class,
            ResultType.of(NewServiceAccount.class),
            (app, request) -> app.serviceAccounts().create(request)),
        FAMILY.delete(
            "delete_service_account",
            "service-accounts delete",
            "Delete a service account; programs that use it cannot sign in any more",
            ServiceAccountRequest.class,
            (app, request) -> app.serviceAccounts().delete(request),
            (app, request) -> List.of(subject(app.serviceAccounts().get(request)))),
        FAMILY
            .write(
                "add_service_accounts_to_projects",
                "service-accounts add-to-project",
                "Make service accounts members of projects",
                AddServiceAccounts.class,
                ResultType.listOf(ChangeReceipt.class),
                (app, request) -> app.serviceAccounts().add(request))
            .with(Trait.REPEATABLE),
        FAMILY.deleteAll(
            "remove_service_accounts_from_projects",
            "service-accounts remove-from-project",
            "End the membership of service accounts in projects",
            RemoveServiceAccounts.class,
            (app, request) -> app.serviceAccounts().remove(request),
            ServiceAccountOperations::members));
  }

  private static List<Subject> members(App app, RemoveServiceAccounts request) {
    ServiceAccountListRequest all = new ServiceAccountListRequest(request.organizationId());
    return app.serviceAccounts().list(all).stream()
        .filter(account -> request.serviceAccountIds().contains(account.id()))
        .map(ServiceAccountOperations::subject)
        .toList();
  }

  private static Subject subject(ServiceAccountInfo account) {
    return Subject.of("service account", account.id(), account.username());
  }
}
