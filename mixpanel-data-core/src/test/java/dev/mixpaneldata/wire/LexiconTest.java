package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.app.anomalies.AnomalyListRequest;
import dev.mixpaneldata.app.anomalies.AnomalyStatus;
import dev.mixpaneldata.app.anomalies.DataVolumeAnomaly;
import dev.mixpaneldata.app.anomalies.UpdateAnomalies;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.definitions.EventDefinition;
import dev.mixpaneldata.app.definitions.EventDefinitionsRequest;
import dev.mixpaneldata.app.definitions.ExportLexicon;
import dev.mixpaneldata.app.definitions.LexiconExport;
import dev.mixpaneldata.app.definitions.LexiconTag;
import dev.mixpaneldata.app.definitions.PropertyDefinitionsRequest;
import dev.mixpaneldata.app.definitions.UpdateEventDefinition;
import dev.mixpaneldata.app.definitions.UpdatePropertyDefinitions;
import dev.mixpaneldata.app.deletions.CreateEventDeletion;
import dev.mixpaneldata.app.enforcement.ReplaceEnforcement;
import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.app.schemas.CreateSchema;
import dev.mixpaneldata.app.schemas.CreateSchemas;
import dev.mixpaneldata.app.schemas.DeleteSchemas;
import dev.mixpaneldata.app.schemas.SchemaEntry;
import dev.mixpaneldata.app.schemas.SchemaListRequest;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sent to the Lexicon, and what becomes of its answers. */
class LexiconTest extends WireTestCase {
  private static final String PROJECT = "/app/projects/12345";
  private static final String DEFINITIONS = PROJECT + "/data-definitions";
  private static final String ANOMALIES = DEFINITIONS + "/data-volume-anomalies/";
  private static final String EXPORT = DEFINITIONS + "/export/";

  private String sentBody() {
    return requests().get(0).getBodyAsString();
  }

  @Test
  void aDefinitionLosesNothing() {
    String sent =
        "{\"name\": \"Buy\", \"displayName\": \"Purchase\", \"tags\": [{\"id\": 1}], \"colour\":"
            + " \"red\"}";
    answer(DEFINITIONS + "/events/", "{\"results\": [%s]}".formatted(sent));
    EventDefinition definition =
        workspace.app().definitions().events(EventDefinitionsRequest.of("Buy")).get(0);
    assertThat(definition.displayName()).contains("Purchase");
    assertThat(definition.remaining()).containsOnlyKeys("tags", "colour");
    assertThat(ResultJson.text(definition)).contains("\"tags\":[{\"id\":1}]");
  }

  @Test
  void propertiesWithoutNamesAreAllOfEvents() {
    answer(DEFINITIONS + "/properties/", "{\"results\": []}");
    workspace.app().definitions().properties(PropertyDefinitionsRequest.all());
    assertThat(requests().get(0).getUrl())
        .endsWith("?resourceType=Event&includeCustom=true&includeZeroCounts=true");
  }

  @Test
  void anEmptyListOfTagsIsSent() {
    answer(DEFINITIONS + "/events/", "{\"results\": {\"name\": \"Buy\"}}");
    workspace
        .app()
        .definitions()
        .update(UpdateEventDefinition.of("Buy").with(d -> d.tags(Optional.of(List.of()))));
    assertThat(sentBody()).isEqualTo("{\"name\":\"Buy\",\"tags\":[]}");
  }

  @Test
  void entriesMayBeTheWholeBodyAndHaveNamesOfThePythonClient() {
    answer(DEFINITIONS + "/properties/", "{\"results\": []}");
    Json body = new Json("{\"properties\": [{\"name\": \"plan\", \"resource_type\": \"User\"}]}");
    workspace.app().definitions().update(UpdatePropertyDefinitions.of(body));
    assertThat(sentBody())
        .isEqualTo("{\"properties\":[{\"name\":\"plan\",\"resourceType\":\"User\"}]}");
  }

  @Test
  void entriesWithoutANameAreRefusedBeforeAnythingIsSent() {
    UpdatePropertyDefinitions change =
        UpdatePropertyDefinitions.of(new Json("[{\"hidden\": true}]"));
    assertThatThrownBy(() -> workspace.app().definitions().update(change))
        .hasMessageContaining("The properties are not a list of objects with name");
    assertThat(requests()).isEmpty();
  }

  @Test
  void aWholeBodyMayHaveNamesInSnakeCase() {
    answer(DEFINITIONS + "/schema/", "{\"results\": {}}");
    Operations.find("update_schema_enforcement")
        .orElseThrow()
        .run(workspace, Map.of("json", "{\"notification_emails\": [\"a@example.com\"]}"));
    assertThat(sentBody()).isEqualTo("{\"notificationEmails\":[\"a@example.com\"]}");
  }

  @Test
  void aReplacementSaysThatNobodyIsNotified() {
    answer(DEFINITIONS + "/schema/", "{\"results\": {}}");
    Json none = new Json("[]");
    workspace.app().enforcement().replace(ReplaceEnforcement.of("Warn and Drop", none, none, none));
    assertThat(sentBody())
        .isEqualTo(
            "{\"ruleEvent\":\"Warn and Drop\",\"events\":[],\"commonProperties\":[],"
                + "\"userProperties\":[],\"notificationEmails\":[]}");
  }

  @Test
  void tagsMayBeNamesAlone() {
    answer(DEFINITIONS + "/tags/", "{\"results\": [\"core\", {\"id\": 7, \"name\": \"growth\"}]}");
    assertThat(workspace.app().lexiconTags().list())
        .containsExactly(
            new LexiconTag(Optional.empty(), "core", Map.of()),
            new LexiconTag(Optional.of(7L), "growth", Map.of()));
  }

  @Test
  void anExportThatComesLaterIsPending() {
    answer(EXPORT, "{\"results\": \"We will email you\"}");
    Path file = folder.resolve("lexicon.json");
    LexiconExport export =
        workspace.app().definitions().export(ExportLexicon.of().with(e -> e.file(file)));
    assertThat(export.status()).contains("pending");
    assertThat(export.message()).contains("We will email you");
    assertThat(file).doesNotExist();
  }

  @Test
  void anExportIsWrittenWhole() throws IOException {
    answer(EXPORT, "{\"results\": {\"events\": [{\"name\": \"Buy\", \"x\": 1.0}]}}");
    Path file = folder.resolve("lexicon.json");
    LexiconExport export =
        workspace
            .app()
            .definitions()
            .export(
                ExportLexicon.of()
                    .with(e -> e.file(file).exportTypes(List.of("events", "event_properties"))));
    assertThat(export.file()).contains(file);
    assertThat(export.bytes()).contains(Files.size(file));
    assertThat(Files.readString(file)).contains("\"name\" : \"Buy\"", "1.0");
    assertThat(requests().get(0).getQueryParams().get("export_type").firstValue())
        .isEqualTo("[\"All Events and Properties\"]");
  }

  @Test
  void anExportThatCannotBeWrittenSaysSo() {
    answer(EXPORT, "{\"results\": {}}");
    Path file = folder.resolve("missing").resolve("lexicon.json");
    MixpanelDataException error =
        catchThrowableOfType(
            MixpanelDataException.class,
            () -> workspace.app().definitions().export(ExportLexicon.of().with(e -> e.file(file))));
    assertThat(error.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
  }

  @Test
  void aNameWithoutAKindWouldDeleteAllSchemas() {
    assertThatThrownBy(() -> DeleteSchemas.of().with(d -> d.entityName("Buy")))
        .hasMessageContaining("of no kind");
  }

  @Test
  void aSchemaKeepsItsDigits() {
    answer(
        PROJECT + "/schemas/event",
        "{\"results\": [{\"entityType\": \"event\", \"name\": \"Buy\", \"schemaJson\": {\"x\":"
            + " 1.0}}]}");
    List<SchemaEntry> schemas =
        workspace
            .app()
            .schemas()
            .list(SchemaListRequest.of().with(r -> r.entityType(EntityType.EVENT)));
    assertThat(schemas.get(0).schemaJson()).contains(new Json("{\"x\":1.0}"));
  }

  @Test
  void theReceiptOfASchemaHasWhatMixpanelAnswers() {
    answer(PROJECT + "/schemas/event/Buy", "{\"results\": {\"entityType\": \"event\"}}");
    ChangeReceipt receipt =
        workspace
            .app()
            .schemas()
            .create(new CreateSchema(EntityType.EVENT, "Buy", new Json("{\"properties\": {}}")));
    assertThat(receipt)
        .isEqualTo(
            new ChangeReceipt("Buy", "created", Map.of("entityType", new Json("\"event\""))));
  }

  @Test
  void schemasThatCannotBeReadMayHaveBeenCreated() {
    answer(PROJECT + "/schemas", "{\"results\": {\"inserted\": 1}}");
    Json entries =
        new Json("[{\"entityType\": \"event\", \"name\": \"Buy\", \"schema_definition\": {}}]");
    MixpanelDataException error =
        catchThrowableOfType(
            MixpanelDataException.class,
            () -> workspace.app().schemas().create(CreateSchemas.of(entries)));
    assertThat(error.getMessage()).contains("{\"inserted\":1}");
    assertThat(error.hint().orElseThrow()).contains("may have been carried out");
    assertThat(sentBody()).contains("\"schemaJson\":{}");
  }

  @Test
  void aStatusThatMixpanelFailsOnIsLookedAtHere() {
    server.stubFor(get(urlPathEqualTo("/api" + ANOMALIES)).willReturn(jsonResponse("{}", 500)));
    server.stubFor(
        get(urlPathEqualTo("/api" + ANOMALIES))
            .withQueryParam("status", absent())
            .willReturn(
                jsonResponse(
                    "{\"results\": {\"anomalies\": [{\"id\": 1, \"status\": \"dismissed\"},"
                        + "{\"id\": 2, \"status\": \"open\"}, {\"id\": 3, \"status\": \"open\"}]}}",
                    200)));
    assertThat(
            workspace
                .app()
                .anomalies()
                .list(AnomalyListRequest.of().with(r -> r.status(AnomalyStatus.OPEN).limit(1))))
        .extracting(DataVolumeAnomaly::id)
        .containsExactly(2L);
  }

  @Test
  void anomaliesThatMixpanelDidNotCountAreUnconfirmed() {
    answer(ANOMALIES + "bulk/", "{\"results\": {\"updated\": 1}}");
    Json two =
        new Json(
            "[{\"id\": 1, \"anomaly_class\": \"Event\"}, {\"id\": 2, \"anomalyClass\": \"Event\"}]");
    assertThat(
            workspace
                .app()
                .anomalies()
                .update(UpdateAnomalies.of(two, AnomalyStatus.DISMISSED))
                .anomalies())
        .containsExactly(
            new ChangeReceipt("1", "unconfirmed"), new ChangeReceipt("2", "unconfirmed"));
    assertThat(sentBody()).doesNotContain("anomaly_class");
  }

  @Test
  void daysOfADeletionAreInOrder() {
    LocalDate day = LocalDate.of(2026, 1, 2);
    assertThatThrownBy(() -> CreateEventDeletion.of("Buy", day, day.minusDays(1)))
        .hasMessageContaining("lies before");
  }
}
