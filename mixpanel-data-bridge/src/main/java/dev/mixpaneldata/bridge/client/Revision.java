package dev.mixpaneldata.bridge.client;

import java.util.List;
import java.util.Optional;

/** The revisions of the protocol that this client speaks. */
public final class Revision {
  /** Without sessions and handshake: every request stands alone. */
  public static final String STATELESS = "2026-07-28";

  /** What a handshake offers. */
  static final String NEWEST_WITH_HANDSHAKE = "2025-11-25";

  private static final List<String> WITH_HANDSHAKE =
      List.of(NEWEST_WITH_HANDSHAKE, "2025-06-18", "2025-03-26");

  private Revision() {}

  static boolean isStateless(String revision) {
    return revision.equals(STATELESS);
  }

  static boolean isSpoken(String revision) {
    return isStateless(revision) || WITH_HANDSHAKE.contains(revision);
  }

  /** The newest of these that this client speaks. */
  static Optional<String> newest(List<String> offered) {
    return offered.contains(STATELESS)
        ? Optional.of(STATELESS)
        : WITH_HANDSHAKE.stream().filter(offered::contains).findFirst();
  }
}
