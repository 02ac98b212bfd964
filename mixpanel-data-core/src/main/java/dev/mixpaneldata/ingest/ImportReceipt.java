package dev.mixpaneldata.ingest;

import dev.mixpaneldata.value.Tabular;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param name what was imported
 * @param projectId the project that it went into
 * @param dryRun whether events were only checked
 * @param events events in the source
 * @param imported events that Mixpanel acknowledged; in a dry run, those that passed the check
 * @param invalid events that were not sent because Mixpanel would refuse them
 * @param refused events that Mixpanel refused
 * @param failedFile has the invalid and the refused events, each with its reason
 * @param batches requests that the events make
 * @param batchesFromEarlierRun those of them that an interrupted import had finished
 * @param bytes bytes sent, compressed; 0 in a dry run
 * @param durationSeconds the time from start to end
 */
public record ImportReceipt(
    String name,
    String projectId,
    boolean dryRun,
    long events,
    long imported,
    long invalid,
    long refused,
    Optional<Path> failedFile,
    int batches,
    int batchesFromEarlierRun,
    long bytes,
    double durationSeconds)
    implements Tabular {
  /** Events that were not imported. */
  public long failed() {
    return invalid + refused;
  }

  @Override
  public List<String> header() {
    return List.of(
        "name", "project_id", "dry_run", "events", "imported", "invalid", "refused", "failed_file");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return List.of(
        Arrays.<@Nullable Object>asList(
            name,
            projectId,
            dryRun,
            events,
            imported,
            invalid,
            refused,
            failedFile.map(Path::toString).orElse(null)));
  }
}
