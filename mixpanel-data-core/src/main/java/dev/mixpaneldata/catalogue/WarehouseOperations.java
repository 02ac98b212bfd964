package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.warehouse.CreateWarehouseImport;
import dev.mixpaneldata.app.warehouse.DeleteWarehouseImport;
import dev.mixpaneldata.app.warehouse.StartedRun;
import dev.mixpaneldata.app.warehouse.UpdateWarehouseImport;
import dev.mixpaneldata.app.warehouse.WarehouseHistory;
import dev.mixpaneldata.app.warehouse.WarehouseImport;
import dev.mixpaneldata.app.warehouse.WarehouseImportRequest;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;
import java.util.Optional;

/** Imports from a warehouse, as operations. */
final class WarehouseOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.ADMINISTRATION);

  private WarehouseOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_warehouse_imports",
            "warehouse-imports list",
            "Imports from a data warehouse",
            NoArguments.class,
            ResultType.listOf(WarehouseImport.class),
            (app, request) -> app.warehouseImports().list()),
        FAMILY.read(
            "get_warehouse_import",
            "warehouse-imports get",
            "One import from a warehouse",
            WarehouseImportRequest.class,
            ResultType.of(WarehouseImport.class),
            (app, request) -> app.warehouseImports().get(request.importId())),
        FAMILY.write(
            "create_warehouse_import",
            "warehouse-imports create",
            "Create an import of events, users, groups or a lookup table",
            CreateWarehouseImport.class,
            ResultType.of(WarehouseImport.class),
            (app, request) -> app.warehouseImports().create(request)),
        FAMILY
            .write(
                "update_warehouse_import",
                "warehouse-imports update",
                "Pause or resume an import, and set how often it runs",
                UpdateWarehouseImport.class,
                ResultType.of(WarehouseImport.class),
                (app, request) -> app.warehouseImports().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_warehouse_import",
            "warehouse-imports delete",
            "Delete an import from a warehouse",
            DeleteWarehouseImport.class,
            (app, request) -> app.warehouseImports().delete(request),
            (app, request) -> {
              WarehouseImport found = app.warehouseImports().get(request.importId());
              String kind = request.deleteData() ? "warehouse import and data" : "warehouse import";
              Optional<String> type = found.importType();
              return List.of(Subject.of(kind, found.id(), type));
            }),
        FAMILY.write(
            "run_warehouse_import",
            "warehouse-imports run",
            "Start a run of an import",
            WarehouseImportRequest.class,
            ResultType.of(StartedRun.class),
            (app, request) -> app.warehouseImports().sync(request.importId())),
        FAMILY.read(
            "get_warehouse_import_history",
            "warehouse-imports history",
            "Latest runs of an import, at most 30",
            WarehouseImportRequest.class,
            ResultType.of(WarehouseHistory.class),
            (app, request) -> app.warehouseImports().history(request.importId())));
  }
}
