package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.internal.binding.BracketedText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as they are typed. */
final class MetricText {
  private static final Pattern CALL =
      Pattern.compile("(?<measure>[A-Za-z][A-Za-z0-9_-]*)\\((?<inside>.*)\\)", Pattern.DOTALL);

  private static final List<String> MEASURES =
      Arrays.stream(Measure.values()).map(Measure::word).toList();

  private MetricText() {}

  static Metric read(String text) {
    String whole = text.strip();
    Matcher call = CALL.matcher(whole);
    if (!call.matches()) {
      return Metric.of(EventSelector.parse(whole));
    }
    String word = call.group("measure").toLowerCase(Locale.ROOT).replace('-', '_');
    if (!MEASURES.contains(word)) {
      List<String> close = NameSuggestions.of(word, MEASURES);
      throw MixpanelDataException.invalidArgument(
          "'"
              + call.group("measure")
              + "' is not a measure."
              + (close.isEmpty() ? "" : " Did you mean " + String.join(", ", close) + "?"),
          "Choose one of "
              + String.join(", ", MEASURES)
              + "; an event whose name has parentheses is given as {\"event\": \"…\"}.");
    }
    List<String> parts = BracketedText.parts(call.group("inside"));
    Checks.refuse(
        parts.isEmpty() || parts.size() > 3,
        "The metric '" + whole + "' has " + parts.size() + " parts.",
        "Write measure(event), measure(event, property) or percentile(event, property, 95).");
    return Metric.of(EventSelector.parse(parts.get(0)))
        .with(
            m ->
                m.measure(Measure.valueOf(word.toUpperCase(Locale.ROOT)))
                    .property(parts.size() > 1 ? Optional.of(parts.get(1)) : Optional.empty())
                    .percentile(
                        parts.size() > 2 ? Optional.of(number(parts.get(2))) : Optional.empty()));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw MixpanelDataException.invalidArgument(
          "'" + text + "' is not a percentile.", "Write a number such as 95.");
    }
  }

  /** Returns a metric as text; filters are left out, since it is the name of a series. */
  static String write(Metric metric) {
    if (metric.cohortId().isPresent()) {
      return "cohort " + metric.cohortId().get();
    }
    if (metric.savedMetricId().isPresent()) {
      return "metric " + metric.savedMetricId().get();
    }
    String what =
        metric.subject()
            + metric.property().map(p -> ", " + p).orElse("")
            + metric.percentile().map(p -> ", " + p).orElse("");
    Measure measure = metric.measureOrTotal();
    return measure == Measure.TOTAL && metric.property().isEmpty()
        ? what
        : measure.word() + "(" + what + ")";
  }
}
