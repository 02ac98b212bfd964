package dev.mixpaneldata;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.store.spi.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Workspaces over a store of the test's own, without credentials. */
public final class TestingWorkspaces {
  private TestingWorkspaces() {}

  public static Workspace of(Store store) {
    return new Workspace(
        new Lazy<>(
            () -> {
              throw new MixpanelDataException(
                  ErrorCode.CREDENTIALS_MISSING, "This test has no project.");
            }),
        new Lazy<>(() -> store),
        Clock.fixed(Instant.parse("2026-02-03T10:00:00Z"), ZoneOffset.UTC));
  }
}
