package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.lookups.DownloadLookupTable;
import dev.mixpaneldata.app.lookups.LookupTable;
import dev.mixpaneldata.app.lookups.LookupTableCsv;
import dev.mixpaneldata.app.lookups.LookupTableDownloadUrl;
import dev.mixpaneldata.app.lookups.LookupTableIdsRequest;
import dev.mixpaneldata.app.lookups.LookupTableListRequest;
import dev.mixpaneldata.app.lookups.LookupTableRequest;
import dev.mixpaneldata.app.lookups.LookupTableUploadUrl;
import dev.mixpaneldata.app.lookups.LookupUploadStatus;
import dev.mixpaneldata.app.lookups.RegisterLookupTable;
import dev.mixpaneldata.app.lookups.RegisteredLookupTable;
import dev.mixpaneldata.app.lookups.UpdateLookupTable;
import dev.mixpaneldata.app.lookups.UploadLookupTable;
import dev.mixpaneldata.app.lookups.UploadStatusRequest;
import dev.mixpaneldata.app.lookups.UploadUrlRequest;
import java.util.List;

/** Lookup tables, as operations. */
public final class LookupTableOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.GOVERNANCE);

  /** Returns the rows of a table, which the command line streams. */
  public static final OperationSpec<DownloadLookupTable, LookupTableCsv> DOWNLOAD =
      FAMILY.read(
          "download_lookup_table",
          "lookup-tables download",
          "Rows of a lookup table, as CSV",
          DownloadLookupTable.class,
          ResultType.of(LookupTableCsv.class),
          (app, request) -> app.lookupTables().download(request));

  private LookupTableOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_lookup_tables",
            "lookup-tables list",
            "Tables that give the values of a property further properties",
            LookupTableListRequest.class,
            ResultType.listOf(LookupTable.class),
            (app, request) -> app.lookupTables().list(request)),
        FAMILY.write(
            "upload_lookup_table",
            "lookup-tables upload",
            "Upload a CSV file as a lookup table, and wait until it is there",
            UploadLookupTable.class,
            ResultType.of(RegisteredLookupTable.class),
            (app, request) -> app.lookupTables().upload(request)),
        FAMILY
            .write(
                "update_lookup_table",
                "lookup-tables update",
                "Rename a lookup table",
                UpdateLookupTable.class,
                ResultType.of(LookupTable.class),
                (app, request) -> app.lookupTables().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.deleteAll(
            "delete_lookup_tables",
            "lookup-tables delete",
            "Delete lookup tables",
            LookupTableIdsRequest.class,
            (app, request) -> app.lookupTables().delete(request),
            (app, request) ->
                app.lookupTables().list(LookupTableListRequest.of()).stream()
                    .filter(
                        table -> table.anyId().filter(request.dataGroupIds()::contains).isPresent())
                    .map(
                        table ->
                            Subject.of("lookup table", table.anyId().orElseThrow(), table.name()))
                    .toList()),
        FAMILY.read(
            "get_lookup_upload_url",
            "lookup-tables upload-url",
            "Signed address to which a file can be sent",
            UploadUrlRequest.class,
            ResultType.of(LookupTableUploadUrl.class),
            (app, request) -> app.lookupTables().uploadUrl(request)),
        FAMILY.write(
            "mark_lookup_table_ready",
            "lookup-tables register",
            "Make a lookup table of a file that was sent to an upload address",
            RegisterLookupTable.class,
            ResultType.of(RegisteredLookupTable.class),
            (app, request) -> app.lookupTables().register(request)),
        FAMILY.read(
            "get_lookup_upload_status",
            "lookup-tables upload-status",
            "How far Mixpanel is with an upload",
            UploadStatusRequest.class,
            ResultType.of(LookupUploadStatus.class),
            (app, request) -> app.lookupTables().uploadStatus(request.uploadId())),
        DOWNLOAD,
        FAMILY.read(
            "get_lookup_download_url",
            "lookup-tables download-url",
            "Signed address from which the CSV of a lookup table can be fetched",
            LookupTableRequest.class,
            ResultType.of(LookupTableDownloadUrl.class),
            (app, request) -> app.lookupTables().downloadUrl(request.dataGroupId())));
  }
}
