package dev.mixpaneldata.catalogue;

import java.util.List;
import java.util.Optional;

/** All operations. A new family adds its list here. */
public final class Operations {
  private static final List<List<OperationSpec<?, ?>>> FAMILIES =
      List.of(
          ReportOperations.all(),
          SavedReportOperations.all(),
          DiscoveryOperations.all(),
          SchemaOperations.all(),
          AppOperations.all(),
          MetricOperations.all(),
          LinkOperations.all(),
          AnnotationOperations.all(),
          CohortOperations.all(),
          DashboardOperations.all(),
          BlueprintOperations.all(),
          BookmarkOperations.all(),
          AlertOperations.all(),
          WebhookOperations.all(),
          ExperimentOperations.all(),
          FlagOperations.all(),
          LexiconOperations.all(),
          SchemaRegistryOperations.all(),
          DataQualityOperations.all(),
          DropFilterOperations.all(),
          CustomPropertyOperations.all(),
          CustomEventOperations.all(),
          LookupTableOperations.all(),
          IdentityOperations.all(),
          PipelineOperations.all(),
          ProjectOperations.all(),
          ServiceAccountOperations.all(),
          PersonalDataOperations.all(),
          WarehouseOperations.all(),
          ProfileOperations.all(),
          FetchOperations.all(),
          StoreOperations.all(),
          LakeOperations.all());

  private Operations() {}

  /** Returns all operations, family by family. */
  public static List<OperationSpec<?, ?>> all() {
    return FAMILIES.stream().<OperationSpec<?, ?>>flatMap(List::stream).toList();
  }

  /** Returns the operation with this id; empty if there is none. */
  public static Optional<OperationSpec<?, ?>> find(String id) {
    return all().stream().filter(o -> o.id().equals(id)).findFirst();
  }
}
