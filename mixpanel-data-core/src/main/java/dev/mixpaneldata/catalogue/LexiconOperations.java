package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.definitions.CreateLexiconTag;
import dev.mixpaneldata.app.definitions.DefinitionChange;
import dev.mixpaneldata.app.definitions.EventDefinition;
import dev.mixpaneldata.app.definitions.EventDefinitionRequest;
import dev.mixpaneldata.app.definitions.EventDefinitionsRequest;
import dev.mixpaneldata.app.definitions.ExportLexicon;
import dev.mixpaneldata.app.definitions.LexiconExport;
import dev.mixpaneldata.app.definitions.LexiconTag;
import dev.mixpaneldata.app.definitions.LexiconTagRequest;
import dev.mixpaneldata.app.definitions.PropertyDefinition;
import dev.mixpaneldata.app.definitions.PropertyDefinitionsRequest;
import dev.mixpaneldata.app.definitions.PropertyHistoryRequest;
import dev.mixpaneldata.app.definitions.TrackingMetadata;
import dev.mixpaneldata.app.definitions.UpdateEventDefinition;
import dev.mixpaneldata.app.definitions.UpdateEventDefinitions;
import dev.mixpaneldata.app.definitions.UpdateLexiconTag;
import dev.mixpaneldata.app.definitions.UpdatePropertyDefinition;
import dev.mixpaneldata.app.definitions.UpdatePropertyDefinitions;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;
import java.util.Optional;

/** What the Lexicon says about events and properties, as operations. */
final class LexiconOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.LEXICON);

  private LexiconOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "get_event_definitions",
            "lexicon events get",
            "What the Lexicon says about events",
            EventDefinitionsRequest.class,
            ResultType.listOf(EventDefinition.class),
            (app, request) -> app.definitions().events(request)),
        FAMILY
            .write(
                "update_event_definition",
                "lexicon events update",
                "Change what the Lexicon says about an event",
                UpdateEventDefinition.class,
                ResultType.of(EventDefinition.class),
                (app, request) -> app.definitions().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_event_definition",
            "lexicon events delete",
            "Delete what the Lexicon says about an event",
            EventDefinitionRequest.class,
            (app, request) -> app.definitions().deleteEvent(request.eventName()),
            (app, request) -> definitions(app, request.eventName())),
        FAMILY
            .write(
                "bulk_update_event_definitions",
                "lexicon events bulk-update",
                "Change what the Lexicon says about several events",
                UpdateEventDefinitions.class,
                ResultType.listOf(EventDefinition.class),
                (app, request) -> app.definitions().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.read(
            "get_property_definitions",
            "lexicon properties get",
            "What the Lexicon says about properties",
            PropertyDefinitionsRequest.class,
            ResultType.listOf(PropertyDefinition.class),
            (app, request) -> app.definitions().properties(request)),
        FAMILY
            .write(
                "update_property_definition",
                "lexicon properties update",
                "Change what the Lexicon says about a property",
                UpdatePropertyDefinition.class,
                ResultType.of(PropertyDefinition.class),
                (app, request) -> app.definitions().update(request))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "bulk_update_property_definitions",
                "lexicon properties bulk-update",
                "Change what the Lexicon says about several properties",
                UpdatePropertyDefinitions.class,
                ResultType.listOf(PropertyDefinition.class),
                (app, request) -> app.definitions().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.read(
            "list_lexicon_tags",
            "lexicon tags list",
            "Tags of events in the Lexicon",
            NoArguments.class,
            ResultType.listOf(LexiconTag.class),
            (app, request) -> app.lexiconTags().list()),
        FAMILY.write(
            "create_lexicon_tag",
            "lexicon tags create",
            "Create a tag of the Lexicon",
            CreateLexiconTag.class,
            ResultType.of(LexiconTag.class),
            (app, request) -> app.lexiconTags().create(request)),
        FAMILY
            .write(
                "update_lexicon_tag",
                "lexicon tags update",
                "Rename a tag of the Lexicon",
                UpdateLexiconTag.class,
                ResultType.of(LexiconTag.class),
                (app, request) -> app.lexiconTags().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_lexicon_tag",
            "lexicon tags delete",
            "Delete a tag of the Lexicon",
            LexiconTagRequest.class,
            (app, request) -> app.lexiconTags().delete(request.tagName()),
            (app, request) -> tags(app, request.tagName())),
        FAMILY.read(
            "get_tracking_metadata",
            "lexicon tracking-metadata",
            "How an event is tracked",
            EventDefinitionRequest.class,
            ResultType.of(TrackingMetadata.class),
            (app, request) -> app.definitions().tracking(request.eventName())),
        FAMILY.read(
            "get_event_history",
            "lexicon event-history",
            "Changes of an event's definition",
            EventDefinitionRequest.class,
            ResultType.listOf(DefinitionChange.class),
            (app, request) -> app.definitions().eventHistory(request.eventName())),
        FAMILY.read(
            "get_property_history",
            "lexicon property-history",
            "Changes of a property's definition",
            PropertyHistoryRequest.class,
            ResultType.listOf(DefinitionChange.class),
            (app, request) -> app.definitions().propertyHistory(request)),
        FAMILY.read(
            "export_lexicon",
            "lexicon export",
            "All definitions of the Lexicon",
            ExportLexicon.class,
            ResultType.of(LexiconExport.class),
            (app, request) -> app.definitions().export(request)));
  }

  private static List<Subject> definitions(App app, String event) {
    return app.definitions().events(EventDefinitionsRequest.of(event)).stream()
        .map(EventDefinition::name)
        .map(name -> Subject.of("definition of the event", name, Optional.of(name)))
        .toList();
  }

  private static List<Subject> tags(App app, String name) {
    return app.lexiconTags().list().stream()
        .filter(tag -> tag.name().equals(name))
        .map(
            tag -> Subject.of("tag", tag.id().map(String::valueOf).orElse(name), Optional.of(name)))
        .toList();
  }
}
