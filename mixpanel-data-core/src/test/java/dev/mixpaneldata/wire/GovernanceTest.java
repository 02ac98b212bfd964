package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.app.customevents.CustomEventRequest;
import dev.mixpaneldata.app.customevents.UpdateCustomEvent;
import dev.mixpaneldata.app.lookups.DownloadLookupTable;
import dev.mixpaneldata.app.lookups.RegisteredLookupTable;
import dev.mixpaneldata.app.lookups.UploadLookupTable;
import dev.mixpaneldata.app.personaldata.CreateDeletion;
import dev.mixpaneldata.app.personaldata.CreateRetrieval;
import dev.mixpaneldata.app.personaldata.PersonalDataRequest;
import dev.mixpaneldata.app.serviceaccounts.AddServiceAccounts;
import dev.mixpaneldata.app.serviceaccounts.CreateServiceAccount;
import dev.mixpaneldata.app.serviceaccounts.NewServiceAccount;
import dev.mixpaneldata.app.serviceaccounts.RemoveServiceAccounts;
import dev.mixpaneldata.app.serviceaccounts.Role;
import dev.mixpaneldata.app.warehouse.CreateWarehouseImport;
import dev.mixpaneldata.app.warehouse.SyncFrequency;
import dev.mixpaneldata.app.warehouse.SyncMode;
import dev.mixpaneldata.app.warehouse.UpdateWarehouseImport;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for governance and administration, and how its answers are read. */
class GovernanceTest extends WireTestCase {
  private static final String TABLES = "/app/projects/12345/data-definitions/lookup-tables/";
  private static final String EVENTS = "/app/projects/12345/data-definitions/events/";
  private static final String ACCOUNTS = "/app/organizations/7/service-accounts";
  private static final String CSV = "plan,price\nfree,0\npro,\"1,000\"\n";

  private Path file(String csv) throws IOException {
    return Files.writeString(folder.resolve("plans.csv"), csv);
  }

  private static MixpanelDataException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(MixpanelDataException.class, call);
  }

  private void takesUploads() {
    String place =
        "{\"results\":{\"url\":\"%s/bucket/1?signature=hush\",\"path\":\"gs://b/1\",\"key\":\"k\"}}"
            .formatted(server.baseUrl());
    server.stubFor(
        get(urlPathEqualTo("/api" + TABLES + "upload-url/")).willReturn(jsonResponse(place, 200)));
    server.stubFor(put(urlPathEqualTo("/bucket/1")).willReturn(aResponse().withStatus(200)));
  }

  @Test
  void aTableIsUploadedInThreeSteps() throws IOException {
    takesUploads();
    answer(TABLES, "{\"results\":{\"id\":9,\"name\":\"Plans\",\"extra\":1}}");

    RegisteredLookupTable table =
        workspace
            .app()
            .lookupTables()
            .upload(UploadLookupTable.of("Plans", file(CSV)).with(u -> u.dataGroupId(5L)));

    assertThat(table.id()).hasValue(9L);
    assertThat(table.remaining()).containsEntry("extra", new Json("1"));
    List<LoggedRequest> sent = requests();
    assertThat(sent).hasSize(3);
    LoggedRequest upload = sent.get(1);
    assertThat(upload.getBodyAsString()).isEqualTo(CSV);
    assertThat(upload.getHeader("Content-Type")).isEqualTo("text/csv");
    assertThat(upload.getHeader("Authorization")).isNull();
    assertThat(sent("POST /api" + TABLES, sent.get(2)))
        .containsEntry("name", "Plans")
        .containsEntry("path", "gs://b/1")
        .containsEntry("key", "k")
        .containsEntry("data-group-id", "5");
    server.resetRequests();
  }

  @Test
  void aLargeTableIsAwaited() throws IOException {
    takesUploads();
    answer(TABLES, "{\"results\":{\"uploadId\":\"u1\"}}");
    String status = TABLES + "upload-status/";
    server.stubFor(
        get(urlPathEqualTo("/api" + status))
            .inScenario("upload")
            .willSetStateTo("ready")
            .willReturn(jsonResponse("{\"results\":{\"uploadStatus\":\"PENDING\"}}", 200)));
    server.stubFor(
        get(urlPathEqualTo("/api" + status))
            .inScenario("upload")
            .whenScenarioStateIs("ready")
            .willReturn(
                jsonResponse(
                    "{\"results\":{\"uploadStatus\":\"SUCCESS\",\"result\":{\"id\":9}}}", 200)));

    RegisteredLookupTable table =
        workspace.app().lookupTables().upload(UploadLookupTable.of("Plans", file(CSV)));

    assertThat(table.id()).hasValue(9L);
    server.resetRequests();
  }

  @Test
  void aTableThatMixpanelCannotProcessIsAnError() throws IOException {
    takesUploads();
    answer(TABLES, "{\"results\":{\"uploadId\":\"u1\"}}");
    answer(TABLES + "upload-status/", "{\"results\":{\"uploadStatus\":\"FAILURE\"}}");
    Path csv = file(CSV);
    MixpanelDataException error =
        failure(() -> workspace.app().lookupTables().upload(UploadLookupTable.of("Plans", csv)));
    assertThat(error.code()).isEqualTo(ErrorCode.QUERY_FAILED);
    assertThat(error.getMessage()).contains("FAILURE");
    server.resetRequests();
  }

  @Test
  void aStorageThatRefusesIsNamedWithoutTheSignature() throws IOException {
    takesUploads();
    server.stubFor(
        put(urlPathEqualTo("/bucket/1"))
            .willReturn(aResponse().withStatus(403).withBody("SignatureDoesNotMatch")));
    Path csv = file(CSV);
    MixpanelDataException error =
        failure(() -> workspace.app().lookupTables().upload(UploadLookupTable.of("Plans", csv)));
    assertThat(error.getMessage()).contains("SignatureDoesNotMatch").doesNotContain("hush");
    server.resetRequests();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "id,name\n", "id,id\n1,2\n", "id,\n1,2\n", "id,name\n1\n", "id,name\n,x\n"})
  void aFileThatIsNoTableIsNotSent(String csv) throws IOException {
    Path wrong = file(csv);
    MixpanelDataException error =
        failure(() -> workspace.app().lookupTables().upload(UploadLookupTable.of("Plans", wrong)));
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(requests()).isEmpty();
  }

  @Test
  void aDownloadIsTheCsv() throws IOException {
    server.stubFor(
        get(urlPathEqualTo("/api" + TABLES + "download/"))
            .willReturn(aResponse().withHeader("Content-Type", "text/csv").withBody(CSV)));
    DownloadLookupTable request = DownloadLookupTable.of(5).with(d -> d.limit(2));
    assertThat(workspace.app().lookupTables().download(request).csv()).isEqualTo(CSV);
    try (var rows = workspace.app().lookupTables().open(request)) {
      assertThat(rows).hasContent(CSV);
    }
    assertThat(requests().get(0).getUrl()).endsWith("?data-group-id=5&limit=2");
  }

  @Test
  void aCustomEventIsFoundByItsName() {
    answer(EVENTS, "{\"results\":[{\"id\":1,\"custom_event_id\":77,\"name\":\"Any\"}]}");
    workspace.app().customEvents().delete(CustomEventRequest.named("Any"));
    assertThat(requests().get(1).getBodyAsString()).isEqualTo("{\"customEventId\":77}");
  }

  @Test
  void aDefinitionWithoutTheIdOfItsCustomEventIsNotDeleted() {
    answer(EVENTS, "{\"results\":[{\"id\":1,\"name\":\"Any\"}]}");
    MixpanelDataException error =
        failure(() -> workspace.app().customEvents().delete(CustomEventRequest.named("Any")));
    assertThat(error.code()).isEqualTo(ErrorCode.BAD_RESPONSE);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void anotherCustomEventIsReported() {
    answer(EVENTS, "{\"results\":{\"id\":1,\"customEventId\":78}}");
    MixpanelDataException error =
        failure(
            () ->
                workspace
                    .app()
                    .customEvents()
                    .update(UpdateCustomEvent.of(77).with(e -> e.hidden(true))));
    assertThat(error.getMessage()).contains("{\"id\":1,\"customEventId\":78}");
    assertThat(error.hint().orElseThrow()).contains("may have been carried out");
  }

  @Test
  void theOrganizationOfAServiceAccountIsLookedUp() {
    answer("/app/me", "{\"results\":{\"projects\":{\"12345\":{\"organization_id\":7}}}}");
    answer(ACCOUNTS, 201, "{\"results\":{\"id\":1,\"username\":\"a\",\"token\":\"hush\"}}");
    NewServiceAccount made = workspace.app().serviceAccounts().create(CreateServiceAccount.of("a"));
    assertThat(made.token()).isEqualTo("hush");
    assertThat(made.toString()).doesNotContain("hush");
    assertThat(requests().get(1).getUrl()).isEqualTo("/api" + ACCOUNTS);
  }

  @Test
  void serviceAccountsJoinAndLeaveProjects() {
    answer(ACCOUNTS + "/add-to-project", "{\"status\":\"ok\"}");
    answer(ACCOUNTS + "/remove-from-project", "{\"status\":\"ok\"}");
    var accounts = workspace.app().serviceAccounts();
    accounts.add(
        AddServiceAccounts.of(List.of(1L), List.of(2L), Role.ANALYST)
            .with(a -> a.organizationId(7L)));
    accounts.remove(
        RemoveServiceAccounts.of(List.of(1L), List.of(2L)).with(a -> a.organizationId(7L)));
    assertThat(requests().get(0).getBodyAsString())
        .contains("\"service_account_ids\":[1]", "\"role\":\"analyst\"", "\"id\":2");
    assertThat(requests().get(1).getBodyAsString())
        .contains("\"projects\":[{", "\"service_account_ids\":[1]", "\"id\":2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"task_id\":\"t\"}", "[{\"tracking_id\":\"t\",\"status\":\"PENDING\"}]"})
  void bothShapesOfAnAnswerAreRead(String results) {
    answer("/app/data-deletions/v3.0/", 201, "{\"results\":" + results + "}");
    var job =
        workspace
            .app()
            .personalData()
            .delete(CreateDeletion.of(List.of("u")).with(d -> d.token(Secret.of("tok"))));
    assertThat(job.taskId().or(job::trackingId)).hasValue("t");
    assertThat(requests().get(0).getUrl()).endsWith("?token=tok");
    assertThat(requests().get(0).getBodyAsString())
        .isEqualTo("{\"distinct_ids\":[\"u\"],\"compliance_type\":\"GDPR\"}");
  }

  @Test
  void aRefusalNamesTheTokenThatIsNeeded() {
    answer("/app/data-retrievals/v3.0/", 403, "{\"error\":\"no\"}");
    CreateRetrieval request = CreateRetrieval.of(List.of("u")).with(r -> r.token(Secret.of("tok")));
    MixpanelDataException error = failure(() -> workspace.app().personalData().retrieve(request));
    assertThat(error.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(error.hint().orElseThrow()).contains("MP_OAUTH_TOKEN");
  }

  @Test
  void withoutTheTokenOfTheProjectNothingIsSent() {
    MixpanelDataException error =
        failure(() -> workspace.app().personalData().deletion(PersonalDataRequest.of("t")));
    assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(requests()).isEmpty();
  }

  @Test
  void tooManyPeopleAreRefused() {
    List<String> ids = Collections.nCopies(2000, "u");
    assertThat(CreateRetrieval.of(ids).distinctIds()).hasSize(2000);
    assertThat(failure(() -> CreateDeletion.of(ids)).code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void anImportIsCreatedUnderItsType() {
    String imports = "/app/projects/12345/warehouse-sources/imports";
    answer(imports + "/lookup-table", "{\"results\":{\"id\":3,\"run_every\":0}}");
    answer(imports + "/3", "{\"results\":{\"id\":3,\"run_every\":86400000000000}}");
    CreateWarehouseImport request =
        CreateWarehouseImport.ofLookupTable(
                7,
                new Json("{\"table\":\"t\"}"),
                SyncMode.FULL_SYNC,
                new Json("{\"value\":\"plan\",\"resourceType\":\"event\"}"),
                "plan")
            .with(i -> i.runEvery(SyncFrequency.DAILY));
    workspace.app().warehouseImports().create(request);
    workspace
        .app()
        .warehouseImports()
        .update(UpdateWarehouseImport.of(3, SyncFrequency.WEEKLY).with(i -> i.paused(true)));
    assertThat(requests().get(0).getBodyAsString())
        .contains("\"import_type\":\"lookup_table\"", "\"run_every\":86400000000000")
        .doesNotContain("sync_frequency");
    assertThat(requests().get(1).getBodyAsString())
        .isEqualTo("{\"paused\":true,\"run_every\":604800000000000}");
  }
}
