package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Feature flags (feature flags management reference; copies, test users and history as Mixpanel's
 * Python client calls them). They belong to a workspace: the chosen data view, or else the
 * project's default one, which is looked up first.
 */
public final class FeatureFlags {
  private static final String ALL = "/projects/{project}/workspaces/{}/feature-flags/";
  private static final String ONE = ALL + "{}/";
  private static final String ARCHIVE = ONE + "archive/";
  private static final String ID = "flag_id";

  /** On for everybody, as Mixpanel's Python client makes new flags. */
  private static final Json RULESET =
      new Json(
          "{\"variants\":[{\"key\":\"On\",\"value\":true,\"is_control\":false,\"split\":1.0,"
              + "\"is_sticky\":false},{\"key\":\"Off\",\"value\":false,\"is_control\":true,"
              + "\"split\":0.0,\"is_sticky\":false}],\"rollout\":[]}");

  private final AppClient client;
  private final LongSupplier workspace;

  /**
   * Creates a client.
   *
   * @param workspace finds the workspace of the flags
   */
  public FeatureFlags(MixpanelHttp http, LongSupplier workspace) {
    this.client = new AppClient(http);
    this.workspace = workspace;
  }

  /** Returns the flags, as Mixpanel orders them. */
  public List<FeatureFlag> list(FlagListRequest request) {
    return client.list(
        FeatureFlag.class,
        Call.get(ApiFamily.APP, ALL, workspace.getAsLong())
            .parameter("include_archived", request.includeArchived() ? "true" : null));
  }

  /**
   * Returns a flag.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public FeatureFlag get(String id) {
    return client.read(FeatureFlag.class, Call.get(ApiFamily.APP, ONE, workspace.getAsLong(), id));
  }

  /** Creates a flag. */
  public FeatureFlag create(CreateFlag request) {
    Map<String, Object> body = body(request);
    body.putIfAbsent("ruleset", Mappers.readExactly(RULESET.text()));
    return client.change(
        FeatureFlag.class, Call.post(ApiFamily.APP, ALL, workspace.getAsLong()).json(body));
  }

  /** Replaces all of a flag. */
  public FeatureFlag update(UpdateFlag request) {
    return client.change(
        FeatureFlag.class,
        Call.put(ApiFamily.APP, ONE, workspace.getAsLong(), request.flagId())
            .json(body(request, ID)));
  }

  /** Deletes a flag. */
  public ChangeReceipt delete(String id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, workspace.getAsLong(), id));
  }

  /** Archives a flag, which turns it off. */
  public ChangeReceipt archive(String id) {
    return client.change(
        id, "archived", Call.post(ApiFamily.APP, ARCHIVE, workspace.getAsLong(), id));
  }

  /** Brings an archived flag back. */
  public FeatureFlag restore(String id) {
    return client.change(
        FeatureFlag.class, Call.delete(ApiFamily.APP, ARCHIVE, workspace.getAsLong(), id));
  }

  /** Copies a flag. */
  public FeatureFlag duplicate(String id) {
    return client.change(
        FeatureFlag.class, Call.post(ApiFamily.APP, ONE + "duplicate/", workspace.getAsLong(), id));
  }

  /** Sets the variants that certain users get. */
  public ChangeReceipt setTestUsers(SetTestUsers request) {
    return client.change(
        request.flagId(),
        "updated",
        Call.put(ApiFamily.APP, ONE + "test-users/", workspace.getAsLong(), request.flagId())
            .json(BodyFields.of(request, ID)));
  }

  /** Returns a page of what happened to a flag. */
  public FlagHistory history(FlagHistoryRequest request) {
    return client.read(
        FlagHistory.class,
        Call.get(ApiFamily.APP, ONE + "history/", workspace.getAsLong(), request.flagId())
            .parameter("page", request.page().orElse(null))
            .parameter("page_size", request.pageSize().orElse(null)));
  }

  /** Returns how many flags there are, and how many the plan allows. */
  public FlagLimits limits() {
    return client.read(
        FlagLimits.class, Call.get(ApiFamily.APP, "/projects/{project}/feature-flags/limits/"));
  }

  /** Returns a body with the list of tags that Mixpanel demands, be it empty. */
  private static Map<String, Object> body(Record request, String... elsewhere) {
    Map<String, Object> body = BodyFields.of(request, elsewhere);
    body.putIfAbsent("tags", List.of());
    return body;
  }
}
