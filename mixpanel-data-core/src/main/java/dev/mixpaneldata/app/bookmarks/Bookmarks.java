package dev.mixpaneldata.app.bookmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.answer.HistoryPage;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.app.BulkEntries;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Saved reports (app API, undocumented; as Mixpanel's Python client calls it). */
public final class Bookmarks {
  /** The version of the API with the newer shape of items. */
  private static final int VERSION = 2;

  private static final String ALL = "/{scope}/bookmarks";
  private static final String ONE = ALL + "/{}";

  private static final BulkEntries ENTRIES = BulkEntries.of("bookmarks", "id");

  private final AppClient client;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public Bookmarks(MixpanelHttp http) {
    this.client = new AppClient(http);
    this.cache = http.cache();
  }

  /** Returns the saved reports that match, with their definitions, as Mixpanel orders them. */
  public List<BookmarkDetails> list(BookmarkDetailsRequest request) {
    String ids = request.ids().stream().map(String::valueOf).collect(Collectors.joining(","));
    return client.list(
        BookmarkDetails.class,
        Call.get(ApiFamily.APP, ALL)
            .parameter("v", VERSION)
            .parameter("type", request.bookmarkType().map(BookmarkType::wireName).orElse(null))
            .parameter("ids", ids.isEmpty() ? null : ids));
  }

  /**
   * Returns a saved report with its definition.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public BookmarkDetails details(long id) {
    return client.read(
        BookmarkDetails.class, Call.get(ApiFamily.APP, ONE, id).parameter("v", VERSION));
  }

  /** Saves a report. Unless it is put on its board, too, only the lists of reports show it. */
  public BookmarkDetails create(CreateBookmark request) {
    Map<String, Object> body = BodyFields.of(request);
    body.put("v", VERSION);
    return client.change(BookmarkDetails.class, Call.post(ApiFamily.APP, ALL).json(body));
  }

  /** Changes what the request gives of a saved report. */
  public BookmarkDetails update(UpdateBookmark request) {
    return client.change(
        BookmarkDetails.class,
        Call.patch(ApiFamily.APP, ONE, request.bookmarkId())
            .json(BodyFields.of(request, "bookmark_id")));
  }

  /** Deletes a saved report. */
  public ChangeReceipt delete(long id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Deletes several saved reports in one call. */
  public List<ChangeReceipt> delete(BookmarkIdsRequest request) {
    return client.deleteAll(
        request.ids(),
        Call.post(ApiFamily.APP, ALL + "/bulk-delete").json(Map.of("bookmark_ids", request.ids())),
        Call.get(ApiFamily.APP, ALL).parameter("v", VERSION));
  }

  /** Changes several saved reports in one call. */
  public List<ChangeReceipt> update(UpdateBookmarks request) {
    List<Map<String, Object>> entries = ENTRIES.read(request.entries());
    return client.change(
        entries.stream().map(entry -> entry.get("id")).toList(),
        "updated",
        Call.post(ApiFamily.APP, ALL + "/bulk-update").json(Map.of("bookmarks", entries)));
  }

  /** Returns the ids of the boards that link to a report. */
  public List<Long> linkedDashboards(long id) {
    return client.numbers(Call.get(ApiFamily.APP, ONE + "/linked-dashboard-ids", id));
  }

  /** Returns the ids of the boards that contain a report. */
  public List<Long> dashboards(long id) {
    return client.numbers(
        Call.get(ApiFamily.APP, "/{scope}/dashboards/bookmarks/{}/dashboard-ids", id));
  }

  /** Returns a page of what happened to a report. */
  public HistoryPage history(BookmarkHistoryRequest request) {
    return client.history(
        Call.get(ApiFamily.APP, ONE + "/history", request.bookmarkId())
            .parameter("cursor", request.cursor().orElse(null))
            .parameter("page_size", request.pageSize().orElse(null)));
  }

  /** Returns all saved reports, or those of one type, as Mixpanel orders them; kept for a while. */
  public List<BookmarkInfo> list(Optional<BookmarkType> type) {
    return cache.get(
        Bookmarks.class,
        "list",
        List.of(type),
        () -> {
          Call call =
              Call.get(ApiFamily.APP, "/{scope}/bookmarks")
                  .parameter("v", VERSION)
                  .parameter("type", type.map(BookmarkType::wireName).orElse(null));
          JsonNode items = Mappers.json().createArrayNode().addAll(client.pages(call));
          return LenientReader.records(items, "id", "saved reports").stream()
              .map(Bookmarks::bookmark)
              .toList();
        });
  }

  /**
   * Returns a saved report.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public BookmarkInfo get(long id) {
    Call call = Call.get(ApiFamily.APP, "/{scope}/bookmarks/{}", id).parameter("v", VERSION);
    JsonNode answer = Mappers.read(client.raw(call).text());
    return bookmark(LenientReader.record(answer, "saved report " + id));
  }

  private static BookmarkInfo bookmark(JsonNode node) {
    return new BookmarkInfo(
        LenientReader.count(node.path("id")),
        node.path("name").asText(),
        node.path("type").asText(),
        LenientReader.wholeNumber(node.path("project_id")),
        LenientReader.text(node.path("created")),
        LenientReader.text(node.path("modified")),
        LenientReader.wholeNumber(node.path("workspace_id")),
        LenientReader.wholeNumber(node.path("dashboard_id")),
        LenientReader.text(node.path("description")),
        LenientReader.wholeNumber(node.path("creator_id")),
        LenientReader.text(node.path("creator_name")),
        LenientReader.json(node.path("params")));
  }
}
