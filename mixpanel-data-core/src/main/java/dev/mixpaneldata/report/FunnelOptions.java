package dev.mixpaneldata.report;

import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects what a {@link FunnelRequest} shall have beyond its defaults. For one thread. */
public final class FunnelOptions {
  private final Optional<Long> funnelId;
  private final List<EventSelector> steps;
  private final DateRange range;
  private Optional<CalendarUnit> unit = Optional.empty();
  private Optional<Integer> interval = Optional.empty();
  private Optional<String> on = Optional.empty();
  private Optional<String> where = Optional.empty();
  private Optional<ConversionWindow> window = Optional.empty();
  private FunnelOrder order = FunnelOrder.LOOSE;
  private FunnelCounting counting = FunnelCounting.UNIQUE;
  private List<Exclusion> exclusions = List.of();
  private List<String> holdConstant = List.of();
  private Optional<Integer> limit = Optional.empty();

  private FunnelOptions(Optional<Long> funnelId, List<EventSelector> steps, DateRange range) {
    this.funnelId = funnelId;
    this.steps = steps;
    this.range = range;
  }

  /** For a funnel saved at Mixpanel. */
  public static FunnelOptions saved(long funnelId, DateRange range) {
    return new FunnelOptions(Optional.of(funnelId), List.of(), range);
  }

  /** For steps, each with its filter. */
  public static FunnelOptions of(DateRange range, List<EventSelector> steps) {
    return new FunnelOptions(Optional.empty(), List.copyOf(steps), range);
  }

  /** For steps without filters. */
  public static FunnelOptions ofEvents(DateRange range, String... events) {
    return of(range, Arrays.stream(events).map(EventSelector::of).toList());
  }

  public FunnelOptions unit(CalendarUnit value) {
    unit = Optional.of(value);
    return this;
  }

  public FunnelOptions interval(int days) {
    interval = Optional.of(days);
    return this;
  }

  public FunnelOptions on(String property) {
    on = Optional.of(property);
    return this;
  }

  public FunnelOptions where(String expression) {
    where = Optional.of(expression);
    return this;
  }

  public FunnelOptions window(int length, WindowUnit lengthUnit) {
    window = Optional.of(new ConversionWindow(length, lengthUnit));
    return this;
  }

  public FunnelOptions order(FunnelOrder value) {
    order = value;
    return this;
  }

  public FunnelOptions counting(FunnelCounting value) {
    counting = value;
    return this;
  }

  public FunnelOptions excluding(Exclusion... values) {
    exclusions = List.of(values);
    return this;
  }

  public FunnelOptions holdConstant(String... properties) {
    holdConstant = List.of(properties);
    return this;
  }

  public FunnelOptions limit(int segments) {
    limit = Optional.of(segments);
    return this;
  }

  /** The request; what does not go together is refused here. */
  public FunnelRequest request() {
    return new FunnelRequest(
        funnelId,
        steps,
        range,
        unit,
        interval,
        on,
        where,
        window,
        order,
        counting,
        exclusions,
        holdConstant,
        limit);
  }
}
