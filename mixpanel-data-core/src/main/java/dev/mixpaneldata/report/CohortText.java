package dev.mixpaneldata.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cohorts as they are typed. */
final class CohortText {
  private static final Pattern DID =
      Pattern.compile(
          "(?<not>not\\s+)?did\\s+(?<nothing>not\\s+)?(?<event>.+?)"
              + "(?:\\s+at\\s+least\\s+(?<times>\\d{1,9})(?:\\s+times?)?)?"
              + "(?:\\s+in\\s+the\\s+last\\s+(?<days>\\d{1,5})\\s+days?)?"
              + "(?:\\s+from\\s+(?<from>\\d{4}-\\d\\d-\\d\\d)\\s+to\\s+(?<to>\\d{4}-\\d\\d-\\d\\d))?",
          Pattern.DOTALL);

  private static final Pattern SAVED =
      Pattern.compile("(?<not>not\\s+)?in\\s+cohort\\s+(?<id>-?\\d{1,18})");

  private static final Pattern NOT_DEFINED = Pattern.compile("not\\s+(\\{.*)", Pattern.DOTALL);

  /** A name at the end; quotes and brackets there belong to an event or an expression. */
  private static final Pattern NAMED =
      Pattern.compile("(?<cohort>.+?)\\s+named\\s+(?<name>[^\"\\]]+)", Pattern.DOTALL);

  /** Words that narrow a cohort down and are hardly ever part of an event's name. */
  private static final Pattern NARROWING =
      Pattern.compile(
          "(?i)\\s(at\\s+(least|most)|more\\s+than|less\\s+than|fewer\\s+than|exactly|in\\s+the\\s+(last|past)"
              + "|since|between|where|>=?|<=?|==?)\\s.*"
              + "|\\s\\d+\\s+times?\\b.*|\\s(once|twice|today|yesterday)$"
              + "|\\b\\d{4}-\\d\\d-\\d\\d\\b.*|[<>=]=?\\s*\\d+.*",
          Pattern.DOTALL);

  /** The filter of an event, whose words are its own. */
  private static final Pattern FILTER = Pattern.compile("\\[.*]", Pattern.DOTALL);

  private CohortText() {}

  static Cohort read(String text) {
    Matcher named = NAMED.matcher(text.strip());
    return named.matches()
        ? new Cohort.Named(named.group("name").strip(), unnamed(named.group("cohort")))
        : unnamed(text);
  }

  private static Cohort unnamed(String text) {
    if (text.strip().startsWith("{") && JsonText.isJson(text)) {
      return new Cohort.Defined(new Json(text.strip()));
    }
    Matcher contrary = NOT_DEFINED.matcher(text.strip());
    if (contrary.matches() && JsonText.isJson(contrary.group(1))) {
      return unnamed(contrary.group(1)).others();
    }
    Matcher saved = SAVED.matcher(text.strip());
    if (saved.matches()) {
      Cohort cohort = new Cohort.Saved(Long.parseLong(saved.group("id")));
      return saved.group("not") == null ? cohort : cohort.others();
    }
    Matcher did = DID.matcher(text.strip());
    if (!did.matches()) {
      return profiles(text);
    }
    EventSelector event = event(did.group("event"));
    int times = number(did, "times").orElse(1);
    Optional<Integer> days = number(did, "days");
    Checks.refuse(
        days.isPresent() && did.group("from") != null,
        "A cohort takes either 'in the last … days' or dates.",
        "Give one of them.");
    Cohort cohort =
        did.group("from") == null
            ? new Cohort.RecentBehavior(event, times, days)
            : new Cohort.Behavior(event, times, DateRange.of(did.group("from"), did.group("to")));
    boolean others = (did.group("not") == null) == (did.group("nothing") != null);
    return others ? cohort.others() : cohort;
  }

  /** The event, once no word before its filter is one that a cohort might be narrowed by. */
  private static EventSelector event(String text) {
    if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
      return EventSelector.of(text.substring(1, text.length() - 1));
    }
    Matcher rest = NARROWING.matcher(FILTER.matcher(text).replaceAll(""));
    if (rest.find()) {
      throw MixpanelDataException.invalidArgument(
          "The words after the event of the cohort are not understood: '"
              + rest.group().strip()
              + "'.",
          "Write: did EVENT at least 3 times in the last 30 days, or: did EVENT from"
              + " 2026-01-01 to 2026-01-31. Put an event whose name has such words in double"
              + " quotes.");
    }
    return EventSelector.parse(text);
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
