package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.app.schemas.CreateSchema;
import dev.mixpaneldata.app.schemas.CreateSchemas;
import dev.mixpaneldata.app.schemas.DeleteSchemas;
import dev.mixpaneldata.app.schemas.SchemaEntry;
import dev.mixpaneldata.app.schemas.SchemaListRequest;
import dev.mixpaneldata.app.schemas.SchemaOutcome;
import dev.mixpaneldata.app.schemas.SchemasCreated;
import dev.mixpaneldata.app.schemas.SchemasDeleted;
import dev.mixpaneldata.app.schemas.UpdateSchema;
import dev.mixpaneldata.app.schemas.UpdateSchemas;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Registered schemas of events and profiles, as operations. */
final class SchemaRegistryOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.LEXICON);

  private SchemaRegistryOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_schema_registry",
            "schemas list",
            "Registered schemas of events and profiles, whole",
            SchemaListRequest.class,
            ResultType.listOf(SchemaEntry.class),
            (app, request) -> app.schemas().list(request)),
        FAMILY
            .write(
                "create_schema",
                "schemas create",
                "Register a schema, or replace it",
                CreateSchema.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.schemas().create(request))
            .with(Trait.REPEATABLE),
        FAMILY
            .destroy(
                "create_schemas_bulk",
                "schemas create-bulk",
                "Register several schemas, beside those that are there or in their place",
                CreateSchemas.class,
                ResultType.of(SchemasCreated.class),
                (app, request) -> app.schemas().create(request),
                (app, request) -> truncated(app, request))
            .with(Trait.DESTROYS_SUBJECTS),
        FAMILY
            .write(
                "update_schema",
                "schemas update",
                "Merge fields into a registered schema",
                UpdateSchema.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.schemas().update(request))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "update_schemas_bulk",
                "schemas update-bulk",
                "Merge fields into several registered schemas",
                UpdateSchemas.class,
                ResultType.listOf(SchemaOutcome.class),
                (app, request) -> app.schemas().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.destroy(
            "delete_schemas",
            "schemas delete",
            "Delete registered schemas: all, those of a kind, or one",
            DeleteSchemas.class,
            ResultType.of(SchemasDeleted.class),
            (app, request) -> app.schemas().delete(request),
            (app, request) -> subjects(app, request.entityType(), request.entityName())));
  }

  private static List<Subject> subjects(App app, Optional<EntityType> type, Optional<String> name) {
    return app.schemas().list(new SchemaListRequest(type)).stream()
        .filter(schema -> name.isEmpty() || name.equals(schema.name()))
        .map(schema -> Subject.of("schema", schema.entityType(), schema.name()))
        .toList();
  }

  /** Returns the schemas that go before others are registered; all of them if none is known. */
  private static List<Subject> truncated(App app, CreateSchemas request) {
    if (!request.truncate().orElse(false)) {
      return List.of();
    }
    String kind =
        request.entityType().map(type -> type.name().toLowerCase(Locale.ROOT)).orElse("all kinds");
    List<Subject> all = List.of(Subject.of("schemas", kind, Optional.of("all that are there")));
    try {
      List<Subject> known = subjects(app, request.entityType(), Optional.empty());
      return known.isEmpty() ? all : known;
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.BAD_RESPONSE) {
        return all;
      }
      throw e;
    }
  }
}
