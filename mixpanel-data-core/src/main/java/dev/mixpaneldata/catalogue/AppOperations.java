package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkListRequest;
import dev.mixpaneldata.app.lexicon.LexiconSchema;
import dev.mixpaneldata.app.lexicon.LexiconSchemaRequest;
import dev.mixpaneldata.app.lexicon.LexiconSchemasRequest;
import java.util.List;

/** What helps to find things in a project, from the app API. */
public final class AppOperations {
  public static final OperationSpec<BookmarkListRequest, List<BookmarkInfo>> LIST_BOOKMARKS =
      new OperationSpec<>(
              "list_bookmarks",
              "inspect bookmarks",
              "Saved reports with their ids and types",
              Family.DISCOVERY,
              Effect.READ,
              BookmarkListRequest.class,
              ResultType.listOf(BookmarkInfo.class),
              (context, request) ->
                  context.app().bookmarks().list(request.bookmarkType()).stream()
                      .limit(request.limit().orElse(Integer.MAX_VALUE))
                      .toList())
          .with(Trait.KEPT);

  public static final OperationSpec<LexiconSchemasRequest, List<LexiconSchema>> LEXICON_SCHEMAS =
      new OperationSpec<>(
              "lexicon_schemas",
              "inspect lexicon-schemas",
              "Schemas of events and profiles in the Lexicon",
              Family.DISCOVERY,
              Effect.READ,
              LexiconSchemasRequest.class,
              ResultType.listOf(LexiconSchema.class),
              (context, request) -> context.app().lexicon().schemas(request.entityType()))
          .with(Trait.KEPT);

  public static final OperationSpec<LexiconSchemaRequest, LexiconSchema> LEXICON_SCHEMA =
      new OperationSpec<>(
              "lexicon_schema",
              "inspect lexicon-schema",
              "One schema of the Lexicon",
              Family.DISCOVERY,
              Effect.READ,
              LexiconSchemaRequest.class,
              ResultType.of(LexiconSchema.class),
              (context, request) ->
                  context.app().lexicon().schema(request.entityType(), request.name()))
          .with(Trait.KEPT);

  private AppOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(LIST_BOOKMARKS, LEXICON_SCHEMAS, LEXICON_SCHEMA);
  }
}
