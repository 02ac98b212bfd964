package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DiskFailure;

/** The errors that failures of the local disk become in a fetch. */
final class FetchErrors {
  /** What a person calls the job. */
  static final String JOB = "fetch";

  private FetchErrors() {}

  static MixpanelDataException stopped(Exception cause) {
    return DiskFailure.stopped(JOB, cause);
  }

  static MixpanelDataException disk(String what, Exception cause) {
    return DiskFailure.of(JOB, what, cause);
  }
}
