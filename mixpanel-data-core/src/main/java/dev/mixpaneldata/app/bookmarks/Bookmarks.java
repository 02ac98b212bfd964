package dev.mixpaneldata.app.bookmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Optional;

/** Saved reports (app API, undocumented; as Mixpanel's Python client calls it). */
public final class Bookmarks {
  /** The version of the API with the newer shape of items. */
  private static final int VERSION = 2;

  private final MixpanelHttp http;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public Bookmarks(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
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
          // The list comes wrapped once or twice.
          JsonNode items = LenientReader.unwrap(Mappers.read(http.send(call).body()), "results");
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
    JsonNode answer = LenientReader.unwrap(Mappers.read(http.send(call).body()), "results");
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
