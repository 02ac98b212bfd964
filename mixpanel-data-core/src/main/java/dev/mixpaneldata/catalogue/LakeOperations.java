package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.LoadEvents;
import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.ExportedLake;
import dev.mixpaneldata.lake.LakeInfo;
import dev.mixpaneldata.lake.LakeListener;
import dev.mixpaneldata.lake.LakeRequest;
import java.util.List;

/** The operations on data lakes, and on files that others wrote. */
public final class LakeOperations {
  /** Writes a table to a lake. */
  public static final OperationSpec<ExportLake, ExportedLake> EXPORT_LAKE =
      new OperationSpec<>(
          "export_lake",
          "export lake",
          "Write the days of a local table to a data lake of Parquet files; days that have not"
              + " changed are left as they are",
          Family.TABLES,
          Effect.READ,
          ExportLake.class,
          ResultType.of(ExportedLake.class),
          (context, request) ->
              context.workspace().lake(request.lake()).export(request, LakeListener.NONE));

  /** The days of a lake. */
  public static final OperationSpec<LakeRequest, LakeInfo> LAKE_INFO =
      new OperationSpec<>(
          "lake_info",
          "inspect lake",
          "Days, events, bytes and columns of a data lake",
          Family.TABLES,
          Effect.READ,
          LakeRequest.class,
          ResultType.of(LakeInfo.class),
          (context, request) -> context.workspace().lake(request.lake()).info());

  /** Loads files into a table. */
  public static final FetchOperation<LoadEvents> LOAD_EVENTS =
      FetchOperation.of(
          "load_events",
          "tables load",
          "Load events from a data lake, or from files of Mixpanel's pipelines and raw export, into"
              + " a local table",
          Family.TABLES,
          LoadEvents.class,
          Workspace::load);

  private LakeOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(EXPORT_LAKE, LAKE_INFO, LOAD_EVENTS.spec());
  }
}
