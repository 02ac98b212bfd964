package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.pipelines.CreatePipeline;
import dev.mixpaneldata.app.pipelines.PipelineFormat;
import dev.mixpaneldata.app.pipelines.PipelineFrequency;
import dev.mixpaneldata.app.pipelines.PipelineSource;
import dev.mixpaneldata.app.pipelines.PipelineStatusRequest;
import dev.mixpaneldata.app.pipelines.PipelineTasks;
import dev.mixpaneldata.app.pipelines.PipelineType;
import dev.mixpaneldata.app.pipelines.Pipelines;
import dev.mixpaneldata.app.pipelines.TaskStatus;
import dev.mixpaneldata.app.pipelines.UpdatePipeline;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent for pipelines, and how its answers are read. */
class PipelinesTest extends WireTestCase {
  private static final String PATH = "/2.0/nessie/pipeline/";
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final Json BUCKET = new Json("{\"gcs_bucket\":\"b\",\"gcs_region\":\"us-east1\"}");

  private Pipelines pipelines() {
    return workspace.app().pipelines();
  }

  @Test
  void pipelinesAreListedByTheirProject() {
    answer(
        PATH + "jobs",
        "{\"12345\":[{\"name\":\"p\",\"Dispatcher\":\"backfill\",\"frequency\":\"hourly\","
            + "\"sync_enabled\":\"true\"}]}");
    var pipeline = pipelines().list().get(0);
    assertThat(pipeline.name()).isEqualTo("p");
    assertThat(pipeline.syncEnabled()).contains(true);
    assertThat(pipeline.remaining()).containsEntry("Dispatcher", new Json("\"backfill\""));
    assertThat(sent("GET /api" + PATH + "jobs")).containsOnlyKeys("project_id");
  }

  @Test
  void anAnswerThatIsNoListOfPipelinesIsAnError() {
    answer(PATH + "jobs", "[7]");
    assertThatThrownBy(() -> pipelines().list())
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_RESPONSE));
  }

  @Test
  void tasksAreListedByTheirState() {
    answer(
        PATH + "status",
        "{\"canceled\":[],\"succeeded\":[{\"name\":\"t\",\"state\":\"succeeded\"}]}");
    List<PipelineTasks> states =
        pipelines()
            .status(
                PipelineStatusRequest.of("p")
                    .with(r -> r.status(List.of(TaskStatus.FAILED, TaskStatus.TIMED_OUT))));
    assertThat(states).extracting(PipelineTasks::count).containsExactly(0L, 1L);
    assertThat(states.get(1).tasks().get(0).name()).contains("t");
    assertThat(sent("GET /api" + PATH + "status"))
        .containsEntry("name", "p")
        .containsEntry("status", "failed&timed_out")
        .doesNotContainKey("summary");
  }

  @Test
  void tasksAreCounted() {
    answer(PATH + "status", "{\"succeeded\":12}");
    assertThat(pipelines().status(PipelineStatusRequest.of("p").with(r -> r.summary(true))))
        .containsExactly(new PipelineTasks("succeeded", 12, List.of()));
    assertThat(sent("GET /api" + PATH + "status")).containsEntry("summary", "true");
  }

  @Test
  void exportsAreListedDayByDay() {
    answer(
        PATH + "timeline",
        "{\"day_syncs\":[{\"date\":\"2026-01-01\",\"sync_times\":[\"x\"],\"status\":\"synced\"}]}");
    assertThat(pipelines().timeline("p").get(0).syncTimes()).containsExactly("x");
  }

  @Test
  void aPipelineIsCreatedByAForm() {
    answer(PATH + "create", "{\"pipeline_names\":[\"events-hourly-gcs-raw\"]}");
    CreatePipeline request =
        CreatePipeline.of(PipelineType.GCS_RAW, FIRST, BUCKET)
            .with(p -> p.frequency(PipelineFrequency.HOURLY).events(List.of("A b")));
    assertThat(pipelines().create(request).pipelineNames())
        .containsExactly("events-hourly-gcs-raw");
    LoggedRequest sent = requests().get(0);
    assertThat(sent.getQueryParams()).isEmpty();
    assertThat(sent.getBodyAsString())
        .isEqualTo(
            "project_id=12345&type=gcs-raw&from_date=2026-01-01&frequency=hourly"
                + "&data_source=events&events=A%20b&trial=false&gcs_bucket=b"
                + "&gcs_region=us-east1");
  }

  /** The file's text says so, and its schema has one text. */
  @Test
  void severalEventsAreFieldsOfOneName() {
    CreatePipeline request =
        CreatePipeline.of(PipelineType.GCS_RAW, FIRST, BUCKET)
            .with(p -> p.events(List.of("A b", "C")));
    assertThat(workspace.app().preview(app -> app.pipelines().create(request)).body().orElseThrow())
        .extracting(Json::text)
        .asString()
        .contains("\"events\":[\"A b\",\"C\"]");
  }

  @ParameterizedTest
  @EnumSource(PipelineType.class)
  void everyTypeIsAsDocumented(PipelineType type) {
    answer(PATH + "create", "{\"pipeline_names\":[\"p\"]}");
    String target =
        type.required().stream()
            .map(field -> "\"" + field + "\":\"" + value(field) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    pipelines().create(CreatePipeline.of(type, FIRST, new Json(target)));
    assertThat(requests()).hasSize(1);
  }

  private static String value(String field) {
    return switch (field) {
      case "gcs_region" -> "us-east1";
      case "s3_region" -> "us-east-1";
      case "bq_region" -> "EU";
      default -> "x";
    };
  }

  @Test
  void whatATargetLacksIsNamedBeforeAnythingIsSent() {
    assertThatThrownBy(
            () -> pipelines().create(CreatePipeline.of(PipelineType.S3_RAW, FIRST, BUCKET)))
        .hasMessage("The target of a pipeline of type s3-raw lacks s3_bucket, s3_region, s3_role.");
    assertThat(requests()).isEmpty();
  }

  @Test
  void whatATypeCannotExportIsRefused() {
    CreatePipeline raw = CreatePipeline.of(PipelineType.GCS_RAW, FIRST, BUCKET);
    assertThatThrownBy(() -> raw.with(p -> p.dataSource(PipelineSource.PEOPLE)))
        .hasMessageContaining("events alone");
    assertThatThrownBy(() -> raw.with(p -> p.dataFormat(PipelineFormat.PARQUET)))
        .hasMessageContaining("JSON alone");
    assertThatThrownBy(() -> raw.with(p -> p.toDate(FIRST.minusDays(1))))
        .hasMessageContaining("before the first day");
    assertThatThrownBy(() -> raw.with(p -> p.toDate(FIRST).frequency(PipelineFrequency.DAILY)))
        .hasMessageContaining("no frequency");
  }

  @Test
  void pipelinesAreChangedByTheirNames() {
    for (String action : List.of("edit", "pause", "resume", "cancel")) {
      answer(PATH + action, "{}");
    }
    Json groups = new Json("{\"bq_share_with_group\":[\"a@x.org\",\"b@x.org\"]}");
    pipelines().update(UpdatePipeline.of("p").with(u -> u.where("properties[\"a\"]").json(groups)));
    pipelines().pause("p");
    pipelines().resume("p");
    assertThat(pipelines().cancel("p").outcome()).isEqualTo("deleted");
    assertThat(requests())
        .extracting(LoggedRequest::getBodyAsString)
        .containsExactly(
            "project_id=12345&bq_share_with_group=a%40x.org&bq_share_with_group=b%40x.org"
                + "&where=properties%5B%22a%22%5D&name=p",
            "project_id=12345&name=p", "project_id=12345&name=p", "project_id=12345&name=p");
  }

  @Test
  void aChangeOfNothingIsRefused() {
    assertThatThrownBy(() -> pipelines().update(UpdatePipeline.of("p")))
        .hasMessageContaining("Nothing of the pipeline");
  }

  @Test
  void aPreviewHidesThePasswordsOfTargets() {
    String fields =
        PipelineType.SNOWFLAKE.required().stream()
            .map(field -> "\"" + field + "\":\"hush\"")
            .collect(Collectors.joining(",", "{", "}"));
    CreatePipeline request = CreatePipeline.of(PipelineType.SNOWFLAKE, FIRST, new Json(fields));
    assertThat(workspace.app().preview(app -> app.pipelines().create(request)).body().orElseThrow())
        .extracting(Json::text)
        .asString()
        .contains("\"snowflake_user\":\"hush\"", "\"snowflake_password\":\"***")
        .contains("\"sync\":\"true\"", "\"schema_type\":\"monoschema\"");
  }

  @Test
  void readingOnlyHoldsForPipelines() {
    try (Workspace reading =
        Workspace.builder()
            .credentials(Credentials.of("robot", "s3cr3t", "12345", Region.EU))
            .baseUrl(server.baseUrl())
            .readOnly()
            .open()) {
      assertThatThrownBy(() -> reading.app().pipelines().pause("p"))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
    }
    assertThat(requests()).isEmpty();
  }
}
