package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.PerUser;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One measure of some events. */
final class MeasuredEvents {
  private final NaiveProject project;
  private final Metric metric;
  private final Optional<Expression> property;

  MeasuredEvents(NaiveProject project, Metric metric) {
    this.project = project;
    this.metric = metric;
    this.property = metric.property().map(Expression::on);
  }

  /** Returns the measure of these events; null if it has none. */
  @Nullable Double of(List<NaiveEvent> events) {
    if (metric.perUser().isPresent()) {
      return ofUsers(events, metric.perUser().get());
    }
    return switch (metric.measureOrTotal()) {
      case UNIQUE, DAU, WAU, MAU, CUMULATIVE_UNIQUE -> (double) users(events).size();
      case TOTAL -> property.isEmpty() ? Double.valueOf(events.size()) : ofNumbers(numbers(events));
      case UNIQUE_VALUES -> (double) values(events).size();
      default -> ofNumbers(numbers(events));
    };
  }

  private static Set<String> users(List<NaiveEvent> events) {
    Set<String> users = new HashSet<>();
    events.stream().filter(NaiveEvent::hasUser).forEach(e -> users.add(e.distinctId()));
    return users;
  }

  private List<Double> numbers(List<NaiveEvent> events) {
    List<Double> numbers = new ArrayList<>();
    for (NaiveEvent event : events) {
      if (project.value(property.orElseThrow(), event) instanceof Value.Numeric number) {
        numbers.add(number.value());
      }
    }
    return numbers;
  }

  private Set<String> values(List<NaiveEvent> events) {
    Set<String> values = new HashSet<>();
    for (NaiveEvent event : events) {
      Value value = project.value(property.orElseThrow(), event);
      if (!(value instanceof Value.Empty)) {
        // A text and a number are different values.
        values.add(value.getClass().getSimpleName() + ValueText.json(value));
      }
    }
    return values;
  }

  /** Returns the measure over users, of those who have a number. */
  private @Nullable Double ofUsers(List<NaiveEvent> events, PerUser per) {
    Map<String, List<NaiveEvent>> byUser = new LinkedHashMap<>();
    for (NaiveEvent event : events) {
      if (event.hasUser()) {
        byUser.computeIfAbsent(event.distinctId(), u -> new ArrayList<>()).add(event);
      }
    }
    List<Double> numbers = new ArrayList<>();
    for (List<NaiveEvent> own : byUser.values()) {
      if (per == PerUser.UNIQUE_VALUES) {
        int different = values(own).size();
        if (different > 0) {
          numbers.add((double) different);
        }
        continue;
      }
      List<Double> ascending = numbers(own).stream().sorted().toList();
      if (!ascending.isEmpty()) {
        double sum = ascending.stream().mapToDouble(n -> n).sum();
        numbers.add(
            switch (per) {
              case AVERAGE -> sum / ascending.size();
              case MIN -> ascending.get(0);
              case MAX -> ascending.get(ascending.size() - 1);
              default -> sum;
            });
      }
    }
    return ofNumbers(numbers);
  }

  private @Nullable Double ofNumbers(List<Double> numbers) {
    List<Double> ascending = numbers.stream().sorted().toList();
    double sum = ascending.stream().mapToDouble(n -> n).sum();
    if (metric.measureOrTotal() == Measure.TOTAL) {
      return sum;
    }
    if (metric.measureOrTotal() == Measure.UNIQUE_VALUES) {
      return (double) new HashSet<>(numbers).size();
    }
    if (ascending.isEmpty()) {
      return null;
    }
    return switch (metric.measureOrTotal()) {
      case AVERAGE -> sum / ascending.size();
      case MIN -> ascending.get(0);
      case MAX -> ascending.get(ascending.size() - 1);
      case MEDIAN -> percentile(ascending, 50);
      case P25 -> percentile(ascending, 25);
      case P75 -> percentile(ascending, 75);
      case P90 -> percentile(ascending, 90);
      case P99 -> percentile(ascending, 99);
      case PERCENTILE -> percentile(ascending, metric.percentile().orElseThrow());
      default ->
          throw MixpanelDataException.cannotAnswer(
              "Plain loops do not compute " + metric.measureOrTotal() + ".", "Write them.");
    };
  }

  /** Returns the number on the straight line between the two nearest. */
  private static double percentile(List<Double> ascending, double percent) {
    double position = (ascending.size() - 1) * percent / 100;
    double below = ascending.get((int) Math.floor(position));
    double above = ascending.get((int) Math.ceil(position));
    return below + (above - below) * (position - Math.floor(position));
  }
}
