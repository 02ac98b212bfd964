package dev.mixpaneldata.report;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks how many users get from step to step, in a funnel saved at Mixpanel or in steps given here.
 * The range bounds the first step; later ones may follow after it, within the conversion window.
 *
 * @param funnelId a saved funnel; Mixpanel only
 * @param steps two or more steps instead
 * @param unit splits by the day, week or month of the first step, each a funnel of its own; without
 *     unit and interval, the range is one funnel, in which a user counts once
 * @param interval splits by this number of days instead
 * @param window the conversion window; unless given, that of the saved funnel, otherwise 7 days
 * @param holdConstant event properties that must have one value throughout, at most 3
 * @param days dates, or the last days
 * @param on splits by properties of the first step, as {@link Grouping#all} reads it
 */
@WithBuilder
public record FunnelRequest(
    @Param(help = "Id of a saved funnel", listedBy = Reference.LIST_FUNNELS)
        Optional<Long> funnelId,
    @Param(
            help =
                "Steps instead, in order, such as Signup, Purchase[properties[\"amount\"] > 10] or"
                    + " {\"event\": …, \"where\": …}",
            suggests = Suggested.EVENTS)
        List<EventSelector> steps,
    @Flatten ReportDays days,
    @Param(help = "Split by the day, week or month of the first step") Optional<CalendarUnit> unit,
    @Param(help = "Split by this number of days, instead of a unit") Optional<Integer> interval,
    @Param(
            help = "Split by properties of the first step" + Grouping.FORMS,
            suggests = Suggested.PROPERTIES)
        Optional<String> on,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Flatten(
            text =
                "Conversion window from first to last step, as 90s, 30m, 12h, 7d or 2w; 7d by"
                    + " default, or the saved funnel's own")
        Optional<ConversionWindow> window,
    @Param(help = "Whether steps must happen in order", defaultValue = "loose") FunnelOrder order,
    @Param(help = "What to count: users (unique), or each passage (total)", defaultValue = "unique")
        FunnelCounting counting,
    @Param(
            help =
                "Events that end a passage between steps, written like steps, or as"
                    + " {\"event\": …, \"where\": …, \"from_step\": 1, \"to_step\": 2}",
            suggests = Suggested.EVENTS)
        List<Exclusion> exclusions,
    @Param(
            help = "Event properties that must keep one value through all steps, at most 3",
            suggests = Suggested.PROPERTIES)
        List<String> holdConstant,
    @Param(help = "Maximum number of segments when split by a property; 255 by default")
        Optional<Integer> limit)
    implements FunnelRequestBuilder.With, DatedRequest {
  /** The limit on the segments of a split funnel unless given (Funnels reference). */
  public static final int DEFAULT_LIMIT = 255;

  private static final int MAX_HELD = 3;

  public FunnelRequest {
    steps = List.copyOf(steps);
    exclusions = List.copyOf(exclusions);
    holdConstant = List.copyOf(holdConstant);
    Checks.refuse(
        funnelId.isPresent() == !steps.isEmpty(),
        funnelId.isPresent()
            ? "Both a saved funnel and steps are given."
            : "Neither a saved funnel nor steps are given.",
        "Give a funnel id, or at least two steps.");
    Checks.refuse(
        steps.size() == 1,
        "A funnel needs two steps, but one is given.",
        "Add the step that follows.");
    Checks.refuse(
        holdConstant.size() > MAX_HELD,
        holdConstant.size() + " properties are held constant.",
        "Hold at most " + MAX_HELD + ".");
    int last = steps.isEmpty() ? Integer.MAX_VALUE : steps.size();
    for (Exclusion exclusion : exclusions) {
      Checks.refuse(
          exclusion.fromStep().orElse(1) >= last || exclusion.toStep().orElse(last) > last,
          "The exclusion of '" + exclusion.event() + "' lies beyond the last step.",
          "The funnel has " + last + " steps.");
    }
    Grouping.all(on);
    where = Expressions.where("where", where);
    Checks.interval(interval, unit.isPresent());
    Checks.limit(limit);
  }

  /** Creates a request for a saved funnel over the whole range. */
  public static FunnelRequest saved(long funnelId, DateRange range) {
    return of(Optional.of(funnelId), range, List.of());
  }

  /**
   * Creates a request for users who do these steps, each with its filter, in this order within 7
   * days.
   */
  public static FunnelRequest of(DateRange range, List<EventSelector> steps) {
    return of(Optional.empty(), range, steps);
  }

  /** Creates a request for users who do these events in this order within 7 days. */
  public static FunnelRequest ofEvents(DateRange range, String... events) {
    return of(range, Arrays.stream(events).map(EventSelector::of).toList());
  }

  private static FunnelRequest of(
      Optional<Long> funnelId, DateRange range, List<EventSelector> steps) {
    return new FunnelRequest(
        funnelId,
        steps,
        ReportDays.of(range),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FunnelOrder.LOOSE,
        FunnelCounting.UNIQUE,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Returns the window that counts: the given one, or 7 days. */
  public ConversionWindow windowOrDefault() {
    return window.orElse(ConversionWindow.DEFAULT);
  }

  @Override
  public FunnelRequest during(DateRange range) {
    return with(r -> r.days(ReportDays.of(range)));
  }

  /** Returns what it is split by, the outermost first. */
  public List<Grouping> groupings() {
    return Grouping.all(on);
  }
}
