package dev.mixpaneldata.cli.command;

import java.time.ZoneId;

/** The notice that a project was created before 2023, which is said once. */
public final class OlderProject {
  private OlderProject() {}

  /** Returns the notice about a project whose times are shifted into this zone. */
  public static String notice(ZoneId zone) {
    return "The project was created before 2023: its times are taken as those of "
        + zone
        + ". If they are not, set the zone with --project-timezone.";
  }
}
