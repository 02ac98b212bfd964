package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.answer.HistoryPage;
import dev.mixpaneldata.app.bookmarks.BookmarkDetails;
import dev.mixpaneldata.app.bookmarks.BookmarkDetailsRequest;
import dev.mixpaneldata.app.bookmarks.BookmarkHistoryRequest;
import dev.mixpaneldata.app.bookmarks.BookmarkIdsRequest;
import dev.mixpaneldata.app.bookmarks.BookmarkRequest;
import dev.mixpaneldata.app.bookmarks.CreateBookmark;
import dev.mixpaneldata.app.bookmarks.UpdateBookmark;
import dev.mixpaneldata.app.bookmarks.UpdateBookmarks;
import java.util.List;
import java.util.Optional;

/** Saved reports and their definitions, as operations. */
final class BookmarkOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.DASHBOARDS);

  private BookmarkOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_bookmarks_v2",
            "reports list",
            "Saved reports with their definitions",
            BookmarkDetailsRequest.class,
            ResultType.listOf(BookmarkDetails.class),
            (app, request) -> app.bookmarks().list(request)),
        FAMILY.read(
            "get_bookmark",
            "reports get",
            "One saved report with its definition",
            BookmarkRequest.class,
            ResultType.of(BookmarkDetails.class),
            (app, request) -> app.bookmarks().details(request.bookmarkId())),
        FAMILY.write(
            "create_bookmark",
            "reports create",
            "Save a report",
            CreateBookmark.class,
            ResultType.of(BookmarkDetails.class),
            (app, request) -> app.bookmarks().create(request)),
        FAMILY
            .write(
                "update_bookmark",
                "reports update",
                "Change a saved report",
                UpdateBookmark.class,
                ResultType.of(BookmarkDetails.class),
                (app, request) -> app.bookmarks().update(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().bookmarks().details(request.bookmarkId()))))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_bookmark",
            "reports delete",
            "Delete a saved report",
            BookmarkRequest.class,
            (app, request) -> app.bookmarks().delete(request.bookmarkId()),
            (app, request) -> List.of(subject(app.bookmarks().details(request.bookmarkId())))),
        FAMILY.deleteAll(
            "bulk_delete_bookmarks",
            "reports bulk-delete",
            "Delete several saved reports",
            BookmarkIdsRequest.class,
            (app, request) -> app.bookmarks().delete(request),
            (app, request) -> subjects(app, request.ids())),
        FAMILY
            .write(
                "bulk_update_bookmarks",
                "reports bulk-update",
                "Change several saved reports",
                UpdateBookmarks.class,
                ResultType.listOf(ChangeReceipt.class),
                (app, request) -> app.bookmarks().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.read(
            "bookmark_linked_dashboard_ids",
            "reports linked-dashboards",
            "Ids of the boards that link to a report",
            BookmarkRequest.class,
            ResultType.listOf(Long.class),
            (app, request) -> app.bookmarks().linkedDashboards(request.bookmarkId())),
        FAMILY.read(
            "get_bookmark_dashboard_ids",
            "reports dashboard-ids",
            "Ids of the boards that contain a report",
            BookmarkRequest.class,
            ResultType.listOf(Long.class),
            (app, request) -> app.bookmarks().dashboards(request.bookmarkId())),
        FAMILY.read(
            "get_bookmark_history",
            "reports history",
            "Changes of a saved report, newest first",
            BookmarkHistoryRequest.class,
            ResultType.of(HistoryPage.class),
            (app, request) -> app.bookmarks().history(request)));
  }

  private static Subject subject(BookmarkDetails report) {
    return new Subject(
        "saved report",
        String.valueOf(report.id()),
        Optional.of(report.name()),
        report.canUpdateBasic().orElse(true));
  }

  private static List<Subject> subjects(App app, List<Long> ids) {
    return app.bookmarks().list(BookmarkDetailsRequest.of().with(r -> r.ids(ids))).stream()
        .map(BookmarkOperations::subject)
        .toList();
  }
}
