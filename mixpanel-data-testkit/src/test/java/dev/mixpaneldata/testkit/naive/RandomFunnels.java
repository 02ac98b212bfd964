package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Makes up funnels, their windows as long as events lie apart. */
final class RandomFunnels {
  private static final List<ConversionWindow> WINDOWS =
      List.of(
          new ConversionWindow(1, WindowUnit.SECOND),
          new ConversionWindow(5, WindowUnit.SECOND),
          new ConversionWindow(1, WindowUnit.MINUTE),
          new ConversionWindow(1, WindowUnit.HOUR),
          new ConversionWindow(1, WindowUnit.DAY),
          new ConversionWindow(1, WindowUnit.WEEK));

  private final Random random;
  private final DateRange range;
  private final RandomQuestions parts;

  RandomFunnels(Random random, DateRange range, RandomQuestions parts) {
    this.random = random;
    this.range = range;
    this.parts = parts;
  }

  FunnelRequest request() {
    int steps = 2 + random.nextInt(3);
    FunnelOrder order = random.nextInt(3) == 0 ? FunnelOrder.ANY : FunnelOrder.LOOSE;
    boolean byUnit = random.nextInt(3) == 0;
    boolean byInterval = !byUnit && random.nextInt(3) == 0;
    return new FunnelRequest(
        Optional.empty(),
        Stream.generate(() -> new EventSelector(parts.event(), parts.where()))
            .limit(steps)
            .toList(),
        ReportDays.of(range),
        byUnit ? Optional.of(parts.oneOf(CalendarUnit.values())) : Optional.empty(),
        byInterval ? Optional.of(1 + random.nextInt(3)) : Optional.empty(),
        parts.maybeSplit(),
        random.nextInt(4) == 0 ? parts.where() : Optional.empty(),
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(WINDOWS.get(random.nextInt(WINDOWS.size()))),
        order,
        parts.oneOf(FunnelCounting.values()),
        order == FunnelOrder.ANY
            ? List.of()
            : Stream.generate(() -> exclusion(steps)).limit(random.nextInt(3)).toList(),
        random.nextInt(3) == 0 ? List.of("cart") : List.of(),
        parts.limit());
  }

  private Exclusion exclusion(int steps) {
    int from = 1 + random.nextInt(steps - 1);
    boolean between = random.nextBoolean();
    return new Exclusion(
        parts.event(),
        parts.where(),
        between ? Optional.of(from) : Optional.empty(),
        between ? Optional.of(from + 1 + random.nextInt(steps - from)) : Optional.empty());
  }
}
