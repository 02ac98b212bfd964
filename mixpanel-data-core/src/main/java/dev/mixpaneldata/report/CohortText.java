package dev.mixpaneldata.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cohorts as they are typed. */
final class CohortText {
  private static final Pattern DID =
      Pattern.compile(
          "(?<not>not\\s+)?did\\s+(?<event>.+?)"
              + "(?:\\s+at\\s+least\\s+(?<times>\\d{1,9})(?:\\s+times?)?)?"
              + "(?:\\s+in\\s+the\\s+last\\s+(?<days>\\d{1,5})\\s+days?)?",
          Pattern.DOTALL);

  private CohortText() {}

  static Cohort read(String text) {
    Matcher did = DID.matcher(text.strip());
    if (!did.matches()) {
      return profiles(text);
    }
    Cohort cohort =
        new Cohort.RecentBehavior(
            EventSelector.parse(did.group("event")),
            number(did, "times").orElse(1),
            number(did, "days"));
    return did.group("not") == null ? cohort : cohort.others();
  }

  private static Optional<Integer> number(Matcher did, String group) {
    return Optional.ofNullable(did.group(group)).map(Integer::valueOf);
  }

  private static Cohort profiles(String text) {
    try {
      return Cohort.ofProfiles(text);
    } catch (MixpanelDataException e) {
      throw e.withNextSteps(
          Hint.and(
              e.nextSteps(),
              "A cohort is an expression over profiles, or: did EVENT at least 3 times in the"
                  + " last 30 days."));
    }
  }
}
