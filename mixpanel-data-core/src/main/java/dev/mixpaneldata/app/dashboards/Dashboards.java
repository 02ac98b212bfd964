package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Boards (app API, undocumented; as Mixpanel's Python client calls it). */
public final class Dashboards {
  private static final String ALL = "/{scope}/dashboards";
  private static final String ONE = ALL + "/{}";
  private static final String FAVORITES = ONE + "/favorites";
  private static final String PIN = ONE + "/pin";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Dashboards(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the boards that match, as Mixpanel orders them. */
  public List<Dashboard> list(DashboardListRequest request) {
    String ids = request.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
    return client.list(
        Dashboard.class, Call.get(ApiFamily.APP, ALL).parameter("ids", ids.isEmpty() ? null : ids));
  }

  /**
   * Returns a board.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public Dashboard get(long id) {
    return client.read(Dashboard.class, Call.get(ApiFamily.APP, ONE, id));
  }

  /** Creates a board, with all its rows if they are given. */
  public Dashboard create(CreateDashboard request) {
    return client.change(
        Dashboard.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Changes what the request gives of a board. */
  public Dashboard update(UpdateDashboard request) {
    return client.change(
        Dashboard.class,
        Call.patch(ApiFamily.APP, ONE, request.dashboardId())
            .json(BodyFields.of(request, "dashboard_id")));
  }

  /** Deletes a board, with the reports that are on no other. */
  public ChangeReceipt delete(long id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Deletes several boards in one call. */
  public List<ChangeReceipt> delete(DashboardIdsRequest request) {
    return client.deleteAll(
        request.ids(),
        Call.post(ApiFamily.APP, ALL + "/bulk-delete").json(Map.of("dashboard_ids", request.ids())),
        Call.get(ApiFamily.APP, ALL));
  }

  /** Makes a board a favorite of the caller. */
  public ChangeReceipt favorite(long id) {
    return client.change(id, "favorited", Call.post(ApiFamily.APP, FAVORITES, id));
  }

  /** Takes a board off the favorites of the caller. */
  public ChangeReceipt unfavorite(long id) {
    return client.change(id, "unfavorited", Call.delete(ApiFamily.APP, FAVORITES, id));
  }

  /** Pins a board, so that the team sees it. */
  public ChangeReceipt pin(long id) {
    return client.change(id, "pinned", Call.post(ApiFamily.APP, PIN, id));
  }

  /** Unpins a board. */
  public ChangeReceipt unpin(long id) {
    return client.change(id, "unpinned", Call.delete(ApiFamily.APP, PIN, id));
  }

  /** Puts a copy of a saved report on a board, in a row of its own at the end. */
  public Dashboard addReport(DashboardReportRequest request) {
    return content(
        request.dashboardId(),
        Map.of(
            "action",
            "create",
            "content_type",
            "report",
            "content_params",
            Map.of("source_bookmark_id", request.bookmarkId())));
  }

  /** Takes a report off a board. */
  public Dashboard removeReport(DashboardReportRequest request) {
    return content(
        request.dashboardId(),
        Map.of("action", "delete", "content_type", "report", "content_id", request.bookmarkId()));
  }

  private Dashboard content(long id, Map<String, Object> change) {
    return client.change(
        Dashboard.class, Call.patch(ApiFamily.APP, ONE, id).json(Map.of("content", change)));
  }

  /** Returns the data of experiments that a board shows. */
  public Json experimentResults(long id) {
    return client.raw(Call.get(ApiFamily.APP, ONE + "/erf", id));
  }

  /** Changes how a report is linked on a board. */
  public ChangeReceipt update(UpdateReportLink request) {
    return client.change(
        request.reportLinkId(),
        "updated",
        Call.patch(
                ApiFamily.APP,
                ONE + "/report-links/{}",
                request.dashboardId(),
                request.reportLinkId())
            .json(BodyFields.of(request, "dashboard_id", "report_link_id")));
  }

  /** Changes the text of a card on a board. */
  public ChangeReceipt update(UpdateTextCard request) {
    return client.change(
        request.textCardId(),
        "updated",
        Call.patch(
                ApiFamily.APP, ONE + "/text-cards/{}", request.dashboardId(), request.textCardId())
            .json(BodyFields.of(request, "dashboard_id", "text_card_id")));
  }

  /** Creates a board that looks for the causes of a change. */
  public Dashboard create(CreateRcaDashboard request) {
    return client.change(
        Dashboard.class, Call.post(ApiFamily.APP, ALL + "/rca").json(BodyFields.of(request)));
  }
}
