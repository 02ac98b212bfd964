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

/** The time zone of a project: as people write it, and as Mixpanel tells it. */
public final class ProjectZone {
  /** A large organisation's {@code /me} takes long; nobody wants to wait for a zone. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ProjectZone() {}

  /** Reads a zone, such as {@code US/Pacific} or {@code UTC}. */
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

  /** Whether times in this zone are those of UTC. */
  public static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }

  /** What {@code /me} tells; nothing where the service account may not ask, or it takes long. */
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
