package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.cohorts.CohortDetails;
import dev.mixpaneldata.app.cohorts.CohortListRequest;
import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.app.lexicon.LexiconMetadata;
import dev.mixpaneldata.app.lexicon.LexiconSchema;
import dev.mixpaneldata.app.projects.Me;
import dev.mixpaneldata.app.projects.ProjectInfo;
import dev.mixpaneldata.app.projects.ProjectWorkspace;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.quota.Budget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AppTest extends WireTestCase {
  private static final String SCHEMA =
      """
      {"description": "Somebody joins", "properties": {
         "plan": {"type": "string", "description": "Which",
                  "metadata": {"com.mixpanel": {"displayName": "Plan", "hidden": true}}}},
       "metadata": {"com.mixpanel": {"$source": "csv", "tags": ["growth"], "dropped": false,
                                     "contacts": ["a@b.c"], "teamContacts": []}}}
      """;

  @Test
  void bookmarksOfOneTypeAreAskedForByMixpanelsNameOfIt() {
    answer(
        "/app/projects/12345/bookmarks",
        """
        {"status": "ok", "results": [{"id": 77, "name": "Launch", "type": "launch-analysis",
          "project_id": "12345", "created": "2026-01-01", "params": {"a": 1}, "can_view": true}]}
        """);
    List<BookmarkInfo> bookmarks =
        workspace.app().bookmarks().list(Optional.of(BookmarkType.LAUNCH_ANALYSIS));
    assertThat(sent("GET /api/app/projects/12345/bookmarks"))
        .containsOnly(entry("v", "2"), entry("type", "launch-analysis"));
    assertThat(bookmarks.get(0).projectId()).contains(12345L);
    assertThat(bookmarks.get(0).params().orElseThrow().text()).isEqualTo("{\"a\":1}");
    assertThat(ResultJson.text(bookmarks))
        .contains("\"dashboard_id\":null")
        .doesNotContain("params");
  }

  @Test
  void cohortsAreListedWithAllThatIsToldOfThem() {
    answer(
        "/app/projects/12345/cohorts",
        """
        {"status": "ok", "results": [{"id": 1000, "name": "Power", "description": "", "count": "150",
          "is_visible": 1, "is_locked": false, "data_group_id": -9223372036854775807,
          "created_by": {"id": 5, "email": "a@b.c"}, "referenced_by": [7, "8"], "verified": true,
          "last_edited": "2026-01-02", "new_field": {}}]}
        """);
    List<CohortDetails> cohorts =
        workspace
            .app()
            .cohorts()
            .list(new CohortListRequest(Optional.of("12"), List.of(1000L, 1001L)));
    assertThat(sent("GET /api/app/projects/12345/cohorts"))
        .containsOnly(entry("data_group_id", "12"), entry("ids", "1000,1001"));
    CohortDetails cohort = cohorts.get(0);
    assertThat(cohort.count()).contains(150L);
    assertThat(cohort.isVisible()).isTrue();
    assertThat(cohort.dataGroupId()).contains("-9223372036854775807");
    assertThat(cohort.referencedBy()).containsExactly(7L, 8L);
    assertThat(cohort.createdBy().orElseThrow().text()).contains("a@b.c");
  }

  @Test
  void aCohortThatIsNotThereIsNotFound() {
    answer("/app/projects/12345/cohorts/1000", 404, "{\"status\": \"error\", \"error\": \"no\"}");
    assertThatThrownBy(() -> workspace.app().cohorts().get(1000))
        .isInstanceOfSatisfying(
            MixpanelDataException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void anAnswerWithoutTheRecordIsNoRecord() {
    Map.of(
            "{\"status\": \"ok\", \"results\": []}",
            ErrorCode.NOT_FOUND,
            "{\"results\": {\"name\": \"no id\"}}",
            ErrorCode.BAD_RESPONSE)
        .forEach(
            (body, expected) -> {
              answer("/app/projects/12345/cohorts/1000", body);
              answer("/app/projects/12345/bookmarks/77", body);
              assertThat(code(() -> workspace.app().cohorts().get(1000))).isEqualTo(expected);
              assertThat(code(() -> workspace.app().bookmarks().get(77))).isEqualTo(expected);
            });
  }

  @Test
  void listsThatCannotBeReadAreErrorsWithTheAnswer() {
    Map<String, ThrowingCallable> lists =
        Map.of(
            "/app/projects/12345/cohorts",
            () ->
                workspace.app().cohorts().list(new CohortListRequest(Optional.empty(), List.of())),
            "/app/projects/12345/bookmarks",
            () -> workspace.app().bookmarks().list(Optional.empty()),
            "/app/projects/12345/workspaces/public",
            () -> workspace.app().projects().workspaces(),
            "/query/funnels/list",
            () -> workspace.discovery().funnels());
    lists.forEach(
        (path, call) -> {
          for (String body : List.of("{\"results\": [{\"title\": \"x\"}]}", "{\"surprise\": 1}")) {
            answer(path, body);
            MixpanelDataException error = catchThrowableOfType(MixpanelDataException.class, call);
            assertThat(error).as("%s %s", path, body).isNotNull();
            assertThat(error.code()).isEqualTo(ErrorCode.BAD_RESPONSE);
            assertThat(error.getMessage()).containsAnyOf("title", "surprise");
          }
        });
  }

  private static ErrorCode code(ThrowingCallable call) {
    return catchThrowableOfType(MixpanelDataException.class, call).code();
  }

  @Test
  void aDataViewIsNamedInQueriesAndStandsInThePathOfSavedThings() {
    answer("/query/events/names", "[]");
    answer("/app/workspaces/9/bookmarks", "{\"results\": []}");
    Workspace view =
        Workspace.builder()
            .credentials(workspace.http().credentials())
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .dataView(9)
            .open();
    view.discovery().events();
    view.app().bookmarks().list(Optional.empty());
    assertThat(sent("GET /api/query/events/names", requests().get(0)))
        .contains(entry("project_id", "12345"), entry("workspace_id", "9"));
    assertThat(sent("GET /api/app/workspaces/9/bookmarks", requests().get(1)))
        .containsOnly(entry("v", "2"));
  }

  @Test
  void theListOfBookmarksCanBeShortened() {
    answer(
        "/app/projects/12345/bookmarks", "{\"results\": [{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]}");
    Object result =
        Operations.find("list_bookmarks").orElseThrow().run(workspace, Map.of("limit", 2));
    assertThat((List<?>) result).hasSize(2);
  }

  @Test
  void schemasAreSortedAndCountAgainstTheirOwnBudget() {
    answer(
        "/app/projects/12345/schemas",
        """
        {"status": "ok", "results": [
          {"entityType": "profile", "name": "$user", "schemaJson": {}},
          {"entityType": "event", "name": "Sign up", "schemaJson": %s}]}
        """
            .formatted(SCHEMA));
    List<LexiconSchema> schemas = workspace.app().lexicon().schemas(Optional.empty());
    assertThat(schemas).extracting(LexiconSchema::name).containsExactly("Sign up", "$user");
    LexiconSchema signUp = schemas.get(0);
    assertThat(signUp.schemaJson().metadata())
        .contains(
            new LexiconMetadata(
                Optional.of("csv"),
                Optional.empty(),
                List.of("growth"),
                false,
                false,
                List.of("a@b.c"),
                List.of()));
    assertThat(signUp.schemaJson().properties().get("plan").metadata().orElseThrow().hidden())
        .isTrue();
    assertThat(sent("GET /api/app/projects/12345/schemas")).isEmpty();
    assertThat(workspace.http().quota().remaining(Budget.LEXICON).calls()).isEqualTo(4);
    assertThat(workspace.http().quota().remaining(Budget.QUERY).calls()).isEqualTo(60);
  }

  @Test
  void schemasOfOneTypeHaveAPathOfTheirOwn() {
    answer("/app/projects/12345/schemas/profile", "{\"status\": \"ok\", \"results\": []}");
    assertThat(workspace.app().lexicon().schemas(Optional.of(EntityType.PROFILE))).isEmpty();
    assertThat(sent("GET /api/app/projects/12345/schemas/profile")).isEmpty();
  }

  @Test
  void aSchemaIsAskedForByItsEncodedName() {
    answer("/app/projects/12345/schemas/event/Sign%20up%2F2", SCHEMA);
    LexiconSchema schema = workspace.app().lexicon().schema(EntityType.EVENT, "Sign up/2");
    assertThat(sent("GET /api/app/projects/12345/schemas/event/Sign%20up%2F2")).isEmpty();
    assertThat(schema.name()).isEqualTo("Sign up/2");
    assertThat(schema.schemaJson().description()).contains("Somebody joins");
  }

  @Test
  void meIsReadFromMapsById() {
    answer(
        "/app/me",
        """
        {"status": "ok", "results": {"user_id": 5, "user_email": "a@b.c", "user_name": "A",
         "organizations": {"9": {"id": 9, "name": "Acme", "role": "admin"}},
         "projects": {"123": {"name": "Web", "organization_id": 9, "timezone": "US/Pacific",
                              "domain": "eu.mixpanel.com", "type": 1, "role": "owner",
                              "has_workspaces": true},
                      "45": {"name": "App", "domain": ""}},
         "workspaces": {"77": {"id": 77, "name": "All", "project_id": 123, "is_default": 1}}}}
        """);
    Me me = workspace.app().projects().me();
    assertThat(sent("GET /api/app/me")).isEmpty();
    assertThat(me.userEmail()).contains("a@b.c");
    assertThat(me.projects())
        .extracting(ProjectInfo::id, ProjectInfo::region)
        .containsExactly(tuple(45L, Region.US), tuple(123L, Region.EU));
    assertThat(me.workspaces()).extracting(ProjectWorkspace::isDefault).containsExactly(true);
  }

  @Test
  void theDefaultWorkspaceComesFirst() {
    answer(
        "/app/projects/12345/workspaces/public",
        """
        {"status": "ok", "results": [{"id": 1, "name": "EU only"},
          {"id": 2, "name": "All Project Data", "is_default": true}]}
        """);
    assertThat(workspace.app().projects().workspaces())
        .extracting(ProjectWorkspace::id)
        .containsExactly(2L, 1L);
  }
}
