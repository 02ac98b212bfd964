package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.shard.ShardEngine;
import dev.mixpaneldata.storage.shard.Shards;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers reports from a lake whose events others bring to shards. */
public final class ShardedReports implements Reports {
  private final Shards shards;
  private final String place;
  private final LakeManifest manifest;
  private final List<CatalogColumn> columns;
  private final LocalScope scope;
  private final ShardEngine engine;

  /**
   * Creates reports.
   *
   * @param place the folder or address of the lake, for messages
   * @param everywhere the columns that all files of the lake have
   * @param scope zone, cohort and the like; its table is of no interest
   * @param engine makes the whole of what shards answer
   */
  public ShardedReports(
      Shards shards,
      String place,
      LakeManifest manifest,
      Set<String> everywhere,
      LocalScope scope,
      ShardEngine engine) {
    this.shards = shards;
    this.place = place;
    this.manifest = manifest;
    this.columns = LakeTable.columns(manifest, everywhere);
    this.scope = scope;
    this.engine = engine;
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    LocalCopy events =
        LocalCopy.of(LakeTable.days(place, manifest), columns, Optional.of(new ShardColumns()));
    try (Connection connection = engine.connect()) {
      ShardedQueries queries = new ShardedQueries(shards, events, engine, connection);
      ReportContext context =
          new ReportContext(queries, scope, events, IndexUse.none(), LakeTable::refuseProfiles);
      return LocalReports.TABLE.answer(report, context, request);
    } catch (SQLException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The answers of the shards could not be put together: " + e.getMessage(),
          "Give the driver more memory or disk, or ask for fewer days.",
          e);
    } catch (MixpanelDataException e) {
      throw e.without(Reference.LIVE_SOURCE);
    }
  }
}
