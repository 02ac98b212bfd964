package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.anomalies.AnomalyListRequest;
import dev.mixpaneldata.app.anomalies.AnomalyStatus;
import dev.mixpaneldata.app.anomalies.UpdateAnomaly;
import dev.mixpaneldata.app.definitions.CreateLexiconTag;
import dev.mixpaneldata.app.definitions.DefinitionChange;
import dev.mixpaneldata.app.definitions.EventDefinition;
import dev.mixpaneldata.app.definitions.EventDefinitionsRequest;
import dev.mixpaneldata.app.definitions.ExportLexicon;
import dev.mixpaneldata.app.definitions.LexiconTag;
import dev.mixpaneldata.app.definitions.PropertyDefinition;
import dev.mixpaneldata.app.definitions.PropertyDefinitionsRequest;
import dev.mixpaneldata.app.definitions.PropertyHistoryRequest;
import dev.mixpaneldata.app.definitions.ResourceType;
import dev.mixpaneldata.app.definitions.UpdateEventDefinition;
import dev.mixpaneldata.app.definitions.UpdatePropertyDefinition;
import dev.mixpaneldata.app.deletions.CreateEventDeletion;
import dev.mixpaneldata.app.deletions.EventDeletion;
import dev.mixpaneldata.app.enforcement.AuditRequest;
import dev.mixpaneldata.app.enforcement.AuditViolation;
import dev.mixpaneldata.app.enforcement.EnforcementRequest;
import dev.mixpaneldata.app.enforcement.InitEnforcement;
import dev.mixpaneldata.app.enforcement.UpdateEnforcement;
import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.app.schemas.CreateSchema;
import dev.mixpaneldata.app.schemas.CreateSchemas;
import dev.mixpaneldata.app.schemas.DeleteSchemas;
import dev.mixpaneldata.app.schemas.SchemaEntry;
import dev.mixpaneldata.app.schemas.SchemaListRequest;
import dev.mixpaneldata.app.schemas.SchemaOutcome;
import dev.mixpaneldata.app.schemas.UpdateSchema;
import dev.mixpaneldata.app.schemas.UpdateSchemas;
import dev.mixpaneldata.value.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Lexicon and what examines the data, through what is written and read again. */
class LexiconEntitiesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private FakeMixpanel mixpanel;
  private LiveClients clients;

  @BeforeEach
  void start() {
    mixpanel =
        FakeMixpanel.builder()
            .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
            .events(
                Map.of(DAY, List.of(line("Buy", "\"amount\":1"), line("Visit", "\"page\":\"/\""))))
            .entity("anomalies", "{\"id\":1}")
            .start();
    clients = new LiveClients(mixpanel);
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private static String line(String event, String property) {
    return "{\"event\":\"%s\",\"properties\":{\"time\":1767600000000,\"distinct_id\":\"u\",\"$insert_id\":\"%s\",%s}}"
        .formatted(event, event, property);
  }

  private App app() {
    return clients.app();
  }

  @Test
  void aTrackedEventHasADefinitionThatPeopleChange() {
    assertThat(app().definitions().events(EventDefinitionsRequest.all()))
        .extracting(EventDefinition::name)
        .containsExactly("Buy", "Visit");
    app().definitions().update(UpdateEventDefinition.of("Buy").with(d -> d.description("Paid")));
    EventDefinition changed = app().definitions().events(EventDefinitionsRequest.of("Buy")).get(0);
    assertThat(changed.description()).contains("Paid");
    assertThat(changed.id()).isPresent();
    assertThat(app().definitions().eventHistory("Buy"))
        .extracting(DefinitionChange::action)
        .containsExactly(Optional.of("updated"));
    assertThat(app().definitions().tracking("Buy").isTracked()).contains(true);
    app().definitions().deleteEvent("Buy");
    assertThat(app().definitions().events(EventDefinitionsRequest.of("Buy")).get(0).description())
        .isEmpty();
    assertThatThrownBy(() -> app().definitions().deleteEvent("Sell"))
        .hasMessageContaining("Definition not found");
  }

  @Test
  void aPropertyOfUsersIsNotThatOfEvents() {
    UpdatePropertyDefinition change =
        UpdatePropertyDefinition.of("amount")
            .with(d -> d.resourceType(ResourceType.EVENT).sensitive(true));
    assertThat(app().definitions().update(change).sensitive()).contains(true);
    assertThat(app().definitions().properties(PropertyDefinitionsRequest.of("amount")))
        .extracting(PropertyDefinition::resourceType)
        .containsExactly(Optional.of("Event"));
    assertThat(
            app()
                .definitions()
                .properties(
                    PropertyDefinitionsRequest.of("amount")
                        .with(r -> r.resourceType(ResourceType.USER))))
        .isEmpty();
    assertThat(app().definitions().propertyHistory(new PropertyHistoryRequest("amount", "event")))
        .hasSize(1);
    assertThat(app().definitions().export(ExportLexicon.of()).remaining())
        .containsOnlyKeys("events", "properties");
  }

  @Test
  void tagsAreDeletedByName() {
    app().lexiconTags().create(CreateLexiconTag.of("core"));
    assertThat(app().lexiconTags().list()).extracting(LexiconTag::name).containsExactly("core");
    app().lexiconTags().delete("core");
    assertThat(app().lexiconTags().list()).isEmpty();
    assertThatThrownBy(() -> app().lexiconTags().delete("core")).hasMessageContaining("404");
  }

  @Test
  void schemasAreMergedReplacedAndDeleted() {
    register("{\"properties\":{\"amount\":{\"type\":\"string\"}}}");
    app()
        .schemas()
        .update(new UpdateSchema(EntityType.EVENT, "Buy", new Json("{\"description\":\"Paid\"}")));
    assertThat(schemas())
        .singleElement()
        .extracting(schema -> schema.schemaJson().orElseThrow().text())
        .asString()
        .contains("amount", "Paid");
    Json entries =
        new Json(
            "[{\"entityType\":\"event\",\"name\":\"Visit\",\"schemaJson\":{}},{\"entityType\":\"x\",\"name\":\"y\",\"schemaJson\":{}}]");
    assertThat(app().schemas().update(UpdateSchemas.of(entries)))
        .extracting(SchemaOutcome::status)
        .containsExactly("ok", "error");
    assertThatThrownBy(() -> app().schemas().create(CreateSchemas.of(entries)))
        .hasMessageContaining("Invalid entity type");
    Json one = new Json("[{\"entityType\":\"event\",\"name\":\"Visit\",\"schemaJson\":{}}]");
    assertThat(app().schemas().create(CreateSchemas.of(one).with(c -> c.truncate(true))).deleted())
        .isEqualTo(2);
  }

  @Test
  void deletedSchemasAreCounted() {
    register("{}");
    DeleteSchemas one =
        DeleteSchemas.of().with(d -> d.entityType(EntityType.EVENT).entityName("Buy"));
    assertThat(app().schemas().delete(one).deleteCount()).isEqualTo(1);
    assertThat(app().schemas().delete(one).deleteCount()).isZero();
    assertThat(schemas()).isEmpty();
  }

  private void register(String schema) {
    app().schemas().create(new CreateSchema(EntityType.EVENT, "Buy", new Json(schema)));
  }

  private List<SchemaEntry> schemas() {
    return app().schemas().list(SchemaListRequest.of());
  }

  @Test
  void theAuditComparesWhatIsTrackedWithTheSchemas() {
    assertThatThrownBy(() -> app().enforcement().audit(AuditRequest.of()))
        .hasMessageContaining("No schemas");
    register("{\"properties\":{\"amount\":{\"type\":\"string\"}},\"required\":[\"plan\"]}");
    assertThat(app().enforcement().audit(AuditRequest.of()).violations())
        .extracting(AuditViolation::violation)
        .containsExactlyInAnyOrder(
            "Missing Property", "Unexpected Type for Property", "Unexpected Event");
    assertThat(
            app().enforcement().audit(AuditRequest.of().with(a -> a.eventsOnly(true))).violations())
        .extracting(AuditViolation::name)
        .containsExactly(Optional.of("Visit"));
  }

  @Test
  void enforcementBeginsChangesAndEnds() {
    assertThatThrownBy(() -> app().enforcement().get(EnforcementRequest.of()))
        .hasMessageContaining("not initialized");
    assertThatThrownBy(() -> app().enforcement().init(InitEnforcement.of("Ask")))
        .hasMessageContaining("Invalid rule event");
    app().enforcement().init(InitEnforcement.of("Warn and Accept"));
    app().enforcement().update(UpdateEnforcement.of().with(e -> e.ruleEvent("Warn and Drop")));
    assertThat(app().enforcement().get(EnforcementRequest.of()).ruleEvent())
        .contains("Warn and Drop");
    assertThat(app().enforcement().delete().remaining()).containsKey("deleted");
    assertThatThrownBy(() -> app().enforcement().delete()).hasMessageContaining("not initialized");
  }

  @Test
  void anomaliesAreDismissed() {
    app().anomalies().update(UpdateAnomaly.of(1, AnomalyStatus.DISMISSED, "Event"));
    assertThat(
            app().anomalies().list(AnomalyListRequest.of().with(r -> r.status(AnomalyStatus.OPEN))))
        .isEmpty();
  }

  @Test
  void deletionsAreRequestedAndWithdrawn() {
    CreateEventDeletion request = CreateEventDeletion.of("Buy", DAY, DAY);
    EventDeletion made = app().eventDeletions().create(request).get(0);
    assertThat(made.status()).contains("Submitted");
    assertThat(app().eventDeletions().cancel(made.id())).isEmpty();
    assertThatThrownBy(() -> app().eventDeletions().cancel(made.id()))
        .hasMessageContaining("not cancellable");
    assertThatThrownBy(
            () ->
                app()
                    .eventDeletions()
                    .create(CreateEventDeletion.of("Buy", DAY.minusYears(1), DAY)))
        .hasMessageContaining("180 days");
    for (int i = 0; i < 10; i++) {
      app().eventDeletions().create(request);
    }
    assertThatThrownBy(() -> app().eventDeletions().create(request))
        .hasMessageContaining("calendar month");
  }
}
