package dev.mixpaneldata.lake;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;

/** The rule that all days of a lake have one source. */
final class SourceRules {
  private SourceRules() {}

  /** Refuses days of another source than the lake's. */
  static void check(LakeFolder lake, LakeSource has, LakeSource given) {
    if (!has.project().equals(given.project()) || !has.region().equals(given.region())) {
      throw refused(
          lake,
          "of project " + Visible.line(has.project()) + " (" + Visible.line(has.region()) + ")",
          "of project " + given.project() + " (" + given.region() + ")");
    }
    if (!has.timezone().equals(given.timezone()) || has.shifted() != given.shifted()) {
      throw refused(
          lake,
          "with days of " + has.timezone().getId(),
          "with days of " + given.timezone().getId());
    }
    if (!has.events().equals(given.events()) || !has.where().equals(given.where())) {
      throw refused(lake, filter(has), filter(given));
    }
  }

  private static String filter(LakeSource source) {
    String events =
        source.events().isEmpty() ? "of all names" : "named " + String.join(", ", source.events());
    return Visible.line(events + source.where().map(where -> " with " + where).orElse(""));
  }

  private static MixpanelDataException refused(LakeFolder lake, String has, String given) {
    return MixpanelDataException.invalidArgument(
        "The lake "
            + lake.path()
            + " holds events "
            + has
            + ", and these are events "
            + given
            + ".",
        "Choose another folder; all days of a lake have one source.");
  }
}
