package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.app.BulkEntries;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the Lexicon says about events and properties, and how that changed (app API, undocumented;
 * as Mixpanel's Python client calls it).
 */
public final class LexiconDefinitions {
  private static final String EVENTS = "/{scope}/data-definitions/events/";
  private static final String PROPERTIES = "/{scope}/data-definitions/properties/";

  /** Projects with thousands of properties take minutes. */
  private static final Duration ANSWER = Duration.ofMinutes(10);

  private static final BulkEntries EVENT_ENTRIES =
      BulkEntries.of("events", "name", "id").renaming("display_name", "displayName");

  private static final BulkEntries PROPERTY_ENTRIES =
      BulkEntries.of("properties", "name")
          .renaming("resource_type", "resourceType")
          .renaming("data_group_id", "dataGroupId")
          .renaming("display_name", "displayName")
          .renaming("example_value", "exampleValue");

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public LexiconDefinitions(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns what is said about some events, or about all of them. Unknown names are left out. */
  public List<EventDefinition> events(EventDefinitionsRequest request) {
    return client.list(
        EventDefinition.class, named(Call.get(ApiFamily.APP, EVENTS), request.names()));
  }

  /** Changes what the request gives of an event. */
  public EventDefinition update(UpdateEventDefinition request) {
    return client.change(
        EventDefinition.class, Call.patch(ApiFamily.APP, EVENTS).json(BodyFields.of(request)));
  }

  /** Changes several events in one call, and returns each as it is then. */
  public List<EventDefinition> update(UpdateEventDefinitions request) {
    Map<String, Object> body = EVENT_ENTRIES.body(request, request.events());
    return client.changeList(EventDefinition.class, Call.patch(ApiFamily.APP, EVENTS).json(body));
  }

  /** Deletes what is said about an event. Its data stays. */
  public ChangeReceipt deleteEvent(String name) {
    return client.change(
        name, "deleted", Call.delete(ApiFamily.APP, EVENTS).json(Map.of("name", name)));
  }

  /** Returns what is said about some properties, or about all. Unknown names are left out. */
  public List<PropertyDefinition> properties(PropertyDefinitionsRequest request) {
    boolean all = request.names().isEmpty();
    ResourceType usual = all ? ResourceType.EVENT : null;
    ResourceType type = request.resourceType().orElse(usual);
    Call call =
        named(Call.get(ApiFamily.APP, PROPERTIES), request.names())
            .parameter("resourceType", type == null ? null : type.wireName())
            .parameter("includeCustom", all ? "true" : null)
            .parameter("includeZeroCounts", all ? "true" : null)
            .answerWithin(ANSWER);
    return client.list(PropertyDefinition.class, call);
  }

  /** Changes what the request gives of a property. */
  public PropertyDefinition update(UpdatePropertyDefinition request) {
    return client.change(
        PropertyDefinition.class,
        Call.patch(ApiFamily.APP, PROPERTIES).json(BodyFields.of(request)));
  }

  /** Changes several properties in one call, and returns each as it is then. */
  public List<PropertyDefinition> update(UpdatePropertyDefinitions request) {
    Map<String, Object> body = PROPERTY_ENTRIES.body(request, request.properties());
    return client.changeList(
        PropertyDefinition.class, Call.patch(ApiFamily.APP, PROPERTIES).json(body));
  }

  /** Returns how an event is tracked. */
  public TrackingMetadata tracking(String event) {
    return client.facts(
        TrackingMetadata.class,
        Call.get(ApiFamily.APP, EVENTS + "tracking-metadata/").parameter("event_name", event));
  }

  /** Returns the changes of what is said about an event, as Mixpanel orders them. */
  public List<DefinitionChange> eventHistory(String event) {
    return client.list(
        DefinitionChange.class, Call.get(ApiFamily.APP, EVENTS + "{}/history/", event));
  }

  /** Returns the changes of what is said about a property, as Mixpanel orders them. */
  public List<DefinitionChange> propertyHistory(PropertyHistoryRequest request) {
    return client.list(
        DefinitionChange.class,
        Call.get(ApiFamily.APP, PROPERTIES + "{}/history/", request.propertyName())
            .parameter("entity_type", request.entityType()));
  }

  /**
   * Returns all definitions, or writes them to the file that the request names. Mixpanel may answer
   * that it sends them later; then nothing is written.
   */
  public LexiconExport export(ExportLexicon request) {
    Json answer =
        client.raw(
            Call.get(ApiFamily.APP, "/{scope}/data-definitions/export/")
                .jsonParameter("export_type", request.wireTypes())
                .answerWithin(ANSWER));
    return ExportedLexicon.of(Mappers.readExactly(answer.text()), request.file());
  }

  private static Call named(Call call, List<String> names) {
    Call named = call;
    for (String name : names) {
      named = named.parameter("name[]", name);
    }
    return named;
  }
}
