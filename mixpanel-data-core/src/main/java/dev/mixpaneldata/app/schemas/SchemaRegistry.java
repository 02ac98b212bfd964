package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.app.BulkEntries;
import dev.mixpaneldata.quota.Budget;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON schemas that are registered for events and profiles, whole (Lexicon schemas reference;
 * changes by PATCH are undocumented, as Mixpanel's Python client makes them). 5 calls a minute.
 */
public final class SchemaRegistry {
  private static final String ALL = "/{scope}/schemas";
  private static final String OF_TYPE = ALL + "/{}";
  private static final String ONE = OF_TYPE + "/{}";

  private static final BulkEntries ENTRIES =
      BulkEntries.of("entries", "name", "entity_name")
          .renaming("schema_definition", "schemaJson")
          .renaming("entity_type", "entityType", "schemaJson");

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public SchemaRegistry(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the schemas, as Mixpanel orders them. */
  public List<SchemaEntry> list(SchemaListRequest request) {
    Call call =
        request
            .entityType()
            .map(type -> Call.get(ApiFamily.APP, OF_TYPE, wire(type)))
            .orElseGet(() -> Call.get(ApiFamily.APP, ALL));
    return client.list(SchemaEntry.class, limited(call));
  }

  /** Registers a schema, in place of the one that is there. */
  public ChangeReceipt create(CreateSchema request) {
    return client.change(
        request.entityName(),
        "created",
        limited(
            Call.post(ApiFamily.APP, ONE, wire(request.entityType()), request.entityName())
                .json(BodyFields.fields(request.schemaJson()))));
  }

  /** Registers several schemas in one call. */
  public SchemasCreated create(CreateSchemas request) {
    Map<String, Object> body = ENTRIES.body(request, request.entries());
    return client.change(SchemasCreated.class, limited(Call.post(ApiFamily.APP, ALL).json(body)));
  }

  /** Merges fields into a schema. */
  public ChangeReceipt update(UpdateSchema request) {
    return client.change(
        request.entityName(),
        "updated",
        limited(
            Call.patch(ApiFamily.APP, ONE, wire(request.entityType()), request.entityName())
                .json(BodyFields.fields(request.schemaJson()))));
  }

  /** Merges fields into several schemas in one call, and returns what became of each. */
  public List<SchemaOutcome> update(UpdateSchemas request) {
    Map<String, Object> body = ENTRIES.body(request, request.entries());
    return client.changeList(
        SchemaOutcome.class, limited(Call.patch(ApiFamily.APP, ALL).json(body)));
  }

  /** Deletes all schemas, those of a kind, or one. */
  public SchemasDeleted delete(DeleteSchemas request) {
    return client.change(SchemasDeleted.class, limited(deletion(request)));
  }

  private static Call deletion(DeleteSchemas request) {
    if (request.entityType().isEmpty()) {
      return Call.delete(ApiFamily.APP, ALL);
    }
    String type = wire(request.entityType().get());
    return request
        .entityName()
        .map(name -> Call.delete(ApiFamily.APP, ONE, type, name))
        .orElseGet(() -> Call.delete(ApiFamily.APP, OF_TYPE, type));
  }

  private static Call limited(Call call) {
    return call.budget(Budget.LEXICON);
  }

  private static String wire(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
