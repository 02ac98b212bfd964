package dev.mixpaneldata.account;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.Misplaced;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The time zone of a project: as users write it, and as Mixpanel reports it. */
public final class ProjectZone {
  /** The {@code /me} of a large organisation takes long, and a zone is not worth the wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ProjectZone() {}

  /**
   * Reads a zone, such as {@code US/Pacific} or {@code UTC}.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is unknown
   */
  public static ZoneId parse(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw MixpanelDataException.invalidArgument(
          "The time zone " + Misplaced.shown(text) + " is unknown.",
          "Give a name such as US/Pacific or Europe/Berlin, or UTC for a project created since"
              + " 2023.");
    }
  }

  /** Returns whether this zone has the times of UTC. */
  public static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }

  /**
   * Returns the zone that {@code /me} reports; empty if the service account may not ask or the
   * answer takes too long.
   */
  public static Optional<ZoneId> toldByMixpanel(MixpanelHttp http) {
    try {
      return ProjectLookup.ask(http, http.credentials().projectId(), PATIENCE)
          .project()
          .flatMap(ProjectLookup.Project::timeZone);
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.INTERRUPTED || e.code() == ErrorCode.AUTH_FAILED) {
        throw e;
      }
      return Optional.empty();
    }
  }
}
