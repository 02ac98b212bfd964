package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.alerts.CreateAlert;
import dev.mixpaneldata.app.annotations.AnnotationListRequest;
import dev.mixpaneldata.app.annotations.CreateAnnotation;
import dev.mixpaneldata.app.bookmarks.BookmarkDetailsRequest;
import dev.mixpaneldata.app.cohorts.CohortIdsRequest;
import dev.mixpaneldata.app.cohorts.CohortListRequest;
import dev.mixpaneldata.app.cohorts.CreateCohort;
import dev.mixpaneldata.app.dashboards.BoardRows;
import dev.mixpaneldata.app.dashboards.CreateDashboard;
import dev.mixpaneldata.app.dashboards.Dashboard;
import dev.mixpaneldata.app.dashboards.DashboardReportRequest;
import dev.mixpaneldata.app.experiments.ConcludeExperiment;
import dev.mixpaneldata.app.experiments.CreateExperiment;
import dev.mixpaneldata.app.experiments.DecideExperiment;
import dev.mixpaneldata.app.flags.CreateFlag;
import dev.mixpaneldata.app.flags.FlagListRequest;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.value.Json;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things of Mixpanel's web application live through creation, reading, change and deletion. */
class EntitiesTest {
  private static final Json ANY = new Json("{}");

  @TempDir Path folder;
  private FakeMixpanel mixpanel;
  private Workspace workspace;
  private App app;

  @BeforeEach
  void start() {
    mixpanel = FakeMixpanel.builder().start();
    workspace =
        Workspace.builder()
            .credentials(
                Credentials.of(
                    mixpanel.username(),
                    mixpanel.secret(),
                    Long.toString(mixpanel.projectId()),
                    Region.US))
            .baseUrl(mixpanel.origin().toString())
            .dataDirectory(folder)
            .open();
    app = workspace.app();
  }

  @AfterEach
  void stop() {
    workspace.close();
    mixpanel.close();
  }

  private static ErrorCode code(Runnable call) {
    try {
      call.run();
    } catch (MixpanelDataException e) {
      return e.code();
    }
    throw new AssertionError("Nothing was refused");
  }

  @Test
  void anAnnotationIsFoundByItsDaysUntilItIsDeleted() {
    long id = app.annotations().create(CreateAnnotation.of("2026-01-31", "Launch")).id();
    LocalDate first = LocalDate.of(2026, 2, 1);
    assertThat(app.annotations().list(AnnotationListRequest.of())).hasSize(1);
    assertThat(app.annotations().list(AnnotationListRequest.of().with(r -> r.fromDate(first))))
        .isEmpty();
    app.annotations().delete(id);
    assertThat(code(() -> app.annotations().get(id))).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> app.annotations().delete(id))).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aBoardHasTheReportsThatItWasMadeWith() {
    Json rows =
        new BoardRows()
            .row(BoardRows.text("<h2>Growth</h2>"), BoardRows.report("Sign-ups", "insights", ANY))
            .toJson();
    Dashboard board = app.dashboards().create(CreateDashboard.of("KPIs").with(d -> d.rows(rows)));
    long report = app.bookmarks().list(BookmarkDetailsRequest.of()).get(0).id();
    assertThat(app.bookmarks().dashboards(report)).containsExactly(board.id());
    Dashboard more = app.dashboards().addReport(new DashboardReportRequest(board.id(), report));
    assertThat(String.valueOf(more.remaining().get("contents"))).contains("Duplicate of Sign-ups");
    app.dashboards().removeReport(new DashboardReportRequest(board.id(), report));
    assertThat(app.bookmarks().dashboards(report)).isEmpty();
    app.dashboards().pin(board.id());
    assertThat(app.dashboards().get(board.id()).pinnedDate()).isPresent();
    app.dashboards().unpin(board.id());
    assertThat(app.dashboards().get(board.id()).pinnedDate()).isEmpty();
  }

  @Test
  void anExperimentGoesFromDraftToVerdictInThisOrderAlone() {
    String id = app.experiments().create(CreateExperiment.of("Checkout")).id();
    assertThatThrownBy(() -> app.experiments().decide(DecideExperiment.of(id, true)))
        .hasMessageContaining("must be concluded to decide");
    assertThat(app.experiments().launch(id).status()).contains("active");
    assertThat(code(() -> app.experiments().launch(id))).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(app.experiments().conclude(ConcludeExperiment.of(id)).status())
        .contains("concluded");
    DecideExperiment verdict = DecideExperiment.of(id, true).with(d -> d.variant("short"));
    assertThat(app.experiments().decide(verdict).status()).contains("success");
  }

  @Test
  void anArchivedFlagIsListedOnlyWhenAskedFor() {
    String id = app.featureFlags().create(CreateFlag.of("Dark mode", "dark_mode")).id();
    app.featureFlags().archive(id);
    assertThat(app.featureFlags().list(FlagListRequest.of())).isEmpty();
    FlagListRequest all = FlagListRequest.of().with(r -> r.includeArchived(true));
    assertThat(app.featureFlags().list(all)).hasSize(1);
    app.featureFlags().restore(id);
    assertThat(app.featureFlags().list(FlagListRequest.of())).hasSize(1);
    assertThat(app.featureFlags().limits().currentUsage()).contains(1L);
  }

  @Test
  void severalCohortsAreDeletedInOneCall() {
    List<Long> ids =
        List.of(
            app.cohorts().create(CreateCohort.of("a")).id(),
            app.cohorts().create(CreateCohort.of("b")).id());
    assertThat(app.cohorts().list(CohortListRequest.of())).hasSize(2);
    app.cohorts().delete(new CohortIdsRequest(ids));
    assertThat(app.cohorts().list(CohortListRequest.of())).isEmpty();
    assertThat(mixpanel.entities("cohorts")).isEmpty();
  }

  @Test
  void anAlertShowsItsReport() {
    CreateAlert few = CreateAlert.of(7, "Few", new Json("{\"op\":\"<\"}"), 3600);
    assertThat(app.alerts().create(few).bookmark()).contains(new Json("{\"id\":7}"));
  }
}
