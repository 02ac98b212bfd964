package dev.mixpaneldata.app.lookups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.app.EntityReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The wait until Mixpanel has made a table of a large file. */
final class UploadWait {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ManagedLookupTables tables;
  private final Pacer pacer;

  UploadWait(ManagedLookupTables tables, Pacer pacer) {
    this.tables = tables;
    this.pacer = pacer;
  }

  /** Returns the table, once Mixpanel has it. */
  RegisteredLookupTable until(RegisteredLookupTable registered) {
    String id = registered.uploadId().orElseThrow();
    Instant end = pacer.now().plus(LONGEST);
    while (pacer.now().isBefore(end)) {
      LookupUploadStatus status = tables.uploadStatus(id);
      switch (status.uploadStatus().orElse("").toUpperCase(Locale.ROOT)) {
        case "SUCCESS" -> {
          return table(status).orElse(registered);
        }
        case "FAILURE", "REVOKED", "NOTFOUND" -> throw failed(id, status);
        // Any other word means that Mixpanel is at work.
        default -> pacer.sleep(PAUSE);
      }
    }
    throw new MixpanelDataException(
        ErrorCode.TIMEOUT,
        "Mixpanel has been processing the upload " + id + " for " + LONGEST.toMinutes() + " min.",
        "It may still become a table. List the lookup tables before you upload it again.");
  }

  private static Optional<RegisteredLookupTable> table(LookupUploadStatus status) {
    JsonNode result = Mappers.readExactly(status.result().map(json -> json.text()).orElse("null"));
    return result.isEmpty()
        ? Optional.empty()
        : EntityReader.read(RegisteredLookupTable.class, result);
  }

  private static MixpanelDataException failed(String id, LookupUploadStatus status) {
    return new MixpanelDataException(
        ErrorCode.QUERY_FAILED,
        "Mixpanel could not process the upload "
            + id
            + ": "
            + status.uploadStatus().orElse("")
            + status.result().map(result -> " " + result.text()).orElse("")
            + ".",
        "Correct the file and upload it again.");
  }
}
