package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Service accounts (service accounts reference). They belong to an organization: the given one, or
 * else that of the project, which is looked up first.
 */
public final class ServiceAccounts {
  private static final String ALL = "/organizations/{}/service-accounts";
  private static final String ONE = ALL + "/{}";

  private final AppClient client;
  private final LongSupplier organization;

  /**
   * Creates a client.
   *
   * @param organization finds the organization of the project
   */
  public ServiceAccounts(MixpanelHttp http, LongSupplier organization) {
    this.client = new AppClient(http);
    this.organization = organization;
  }

  private long of(Optional<Long> given) {
    return given.orElseGet(organization::getAsLong);
  }

  /** Returns the accounts of the organization. */
  public List<ServiceAccountInfo> list(ServiceAccountListRequest request) {
    return client.list(
        ServiceAccountInfo.class, Call.get(ApiFamily.APP, ALL, of(request.organizationId())));
  }

  /** Returns the accounts that are members of the project, with their roles. */
  public List<ServiceAccountInfo> ofProject() {
    return client.list(
        ServiceAccountInfo.class, Call.get(ApiFamily.APP, "/projects/{project}/service-accounts"));
  }

  /**
   * Returns an account.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public ServiceAccountInfo get(ServiceAccountRequest request) {
    return client.read(
        ServiceAccountInfo.class,
        Call.get(ApiFamily.APP, ONE, of(request.organizationId()), request.serviceAccountId()));
  }

  /** Creates an account. The answer has its secret, which Mixpanel never shows again. */
  public NewServiceAccount create(CreateServiceAccount request) {
    return client.change(
        NewServiceAccount.class,
        Call.post(ApiFamily.APP, ALL, of(request.organizationId()))
            .json(BodyFields.of(request, "organization_id")));
  }

  /** Deletes an account. Programs that use it cannot sign in any more. */
  public ChangeReceipt delete(ServiceAccountRequest request) {
    return client.change(
        request.serviceAccountId(),
        "deleted",
        Call.delete(ApiFamily.APP, ONE, of(request.organizationId()), request.serviceAccountId()));
  }

  /** Makes accounts members of projects. */
  public List<ChangeReceipt> add(AddServiceAccounts request) {
    String role = request.role().name().toLowerCase(Locale.ROOT);
    List<Map<String, Object>> projects =
        request.projectIds().stream()
            .map(id -> Map.<String, Object>of("id", id, "role", role))
            .toList();
    return client.change(
        request.serviceAccountIds(),
        "added",
        Call.post(ApiFamily.APP, ALL + "/add-to-project", of(request.organizationId()))
            .json(
                Map.of("projects", projects, "service_account_ids", request.serviceAccountIds())));
  }

  /** Ends the membership of accounts in projects. */
  public List<ChangeReceipt> remove(RemoveServiceAccounts request) {
    List<Map<String, Object>> projects =
        request.projectIds().stream()
            .map(
                id ->
                    Map.<String, Object>of(
                        "id", id, "service_account_ids", request.serviceAccountIds()))
            .toList();
    return client.change(
        request.serviceAccountIds(),
        "removed",
        Call.post(ApiFamily.APP, ALL + "/remove-from-project", of(request.organizationId()))
            .json(Map.of("projects", projects)));
  }
}
