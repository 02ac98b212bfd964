package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.value.Json;
import java.util.List;

/** Templates for boards (app API, undocumented; as Mixpanel's Python client calls it). */
public final class Blueprints {
  private static final String ALL = "/{scope}/dashboards/blueprints";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Blueprints(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the templates, as Mixpanel orders them. */
  public List<BlueprintTemplate> list(BlueprintListRequest request) {
    return client.listNamed(
        BlueprintTemplate.class,
        "templates",
        "template_type",
        Call.get(ApiFamily.APP, ALL + "-all")
            .parameter("include_reports", request.includeReports() ? "true" : null));
  }

  /** Creates a board from a template. */
  public Dashboard create(CreateBlueprint request) {
    return client.change(
        Dashboard.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Returns the variables of a board that was made from a template. */
  public BlueprintConfig config(long dashboardId) {
    return client.read(
        BlueprintConfig.class,
        Call.get(ApiFamily.APP, "/{scope}/dashboards/{}/blueprint-config", dashboardId));
  }

  /** Sets the cohorts that a template uses. */
  public Json update(UpdateBlueprintCohorts request) {
    return client.changeRaw(Call.put(ApiFamily.APP, ALL + "/cohorts").json(BodyFields.of(request)));
  }

  /** Ends the making of a board from a template. */
  public Dashboard finish(FinishBlueprint request) {
    return client.change(
        Dashboard.class, Call.post(ApiFamily.APP, ALL + "/finish").json(BodyFields.of(request)));
  }
}
