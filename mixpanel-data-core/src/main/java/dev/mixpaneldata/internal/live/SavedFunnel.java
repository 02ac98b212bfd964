package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.WindowUnit;
import java.time.Duration;
import java.util.Optional;

/**
 * A funnel as Mixpanel's API can run it: one that is saved, with its own steps and rules.
 *
 * @param interval the number of days per bucket; all days of the range if the funnel is not split,
 *     so that a user counts once in it
 */
record SavedFunnel(
    long id, Optional<Integer> length, Optional<String> lengthUnit, Optional<Integer> interval) {
  private static final Hint LOCALLY =
      Hint.of(
          "Or fetch the events with {}, and run the funnel on the table with {}.",
          Reference.FETCH_EVENTS,
          Reference.LOCAL_TABLE);

  static SavedFunnel of(FunnelRequest request) {
    long id =
        request
            .funnelId()
            .orElseThrow(
                () ->
                    MixpanelDataException.cannotAnswer(
                        "Mixpanel's funnels API runs saved funnels only, but steps are given.",
                        Hint.of("Save the funnel in Mixpanel and give its id.").and(LOCALLY)));
    refuse(request.order() != FunnelOrder.LOOSE, "the order of its steps");
    refuse(request.counting() != FunnelCounting.UNIQUE, "what it counts");
    refuse(!request.exclusions().isEmpty(), "its exclusions");
    refuse(!request.holdConstant().isEmpty(), "which properties it holds constant");
    Optional<ConversionWindow> window = request.window();
    if (window.isPresent()
        && window.get().duration().compareTo(Duration.ofDays(ConversionWindow.MAX_API_DAYS)) > 0) {
      throw MixpanelDataException.cannotAnswer(
          "Mixpanel's funnels API takes a conversion window of at most "
              + ConversionWindow.MAX_API_DAYS
              + " days.",
          Hint.of("Choose a shorter one.").and(LOCALLY));
    }
    return new SavedFunnel(
        id,
        window.map(SavedFunnel::length),
        window.map(
            w -> w.lengthUnit() == WindowUnit.WEEK ? "day" : QueryReports.lower(w.lengthUnit())),
        request.unit().isPresent()
            ? Optional.empty()
            : request.interval().or(() -> Optional.of((int) request.range().days())));
  }

  /**
   * Returns the length in days for weeks, which Mixpanel's API does not know, and else in the
   * window's unit.
   */
  private static int length(ConversionWindow window) {
    return window.lengthUnit() == WindowUnit.WEEK
        ? Math.toIntExact(window.duration().toDays())
        : window.length();
  }

  private static void refuse(boolean asked, String what) {
    if (asked) {
      throw MixpanelDataException.cannotAnswer(
          "A saved funnel keeps " + what + "; Mixpanel's API cannot change it.",
          Hint.of("Change it in Mixpanel.").and(LOCALLY));
    }
  }
}
