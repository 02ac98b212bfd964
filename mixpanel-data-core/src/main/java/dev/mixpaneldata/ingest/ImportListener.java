package dev.mixpaneldata.ingest;

import java.time.Instant;

/** Hears how an import goes on. Called from several threads; every method may be left as it is. */
public interface ImportListener {
  /** Hears nothing. */
  ImportListener NONE = new ImportListener() {};

  /** An interrupted import continues: so many batches are acknowledged already. */
  default void continued(int batches) {}

  /** So many more events are imported, and so many failed. */
  default void batchFinished(long imported, long failed) {}

  /** Nothing moves until then, after a refusal or an outage. */
  default void waiting(String reason, Instant until) {}
}
