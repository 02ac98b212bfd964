package dev.mixpaneldata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number about profiles.
 *
 * @param results the number, or an object of numbers, as Mixpanel gives it; with cohorts an object
 *     of these by the id of the cohort
 * @param byCohorts the ids of the cohorts that it is split by
 * @param computedAt the time of Mixpanel's computation, as it reports it
 */
public record ProfileStatistics(
    ProfileStatisticsRequest.Aggregate aggregate,
    Optional<String> property,
    Json results,
    List<String> byCohorts,
    Optional<String> computedAt)
    implements Tabular {
  public ProfileStatistics {
    byCohorts = List.copyOf(byCohorts);
  }

  @Override
  public List<String> header() {
    return byCohorts.isEmpty()
        ? List.of("statistic", "value")
        : List.of("cohort_id", "statistic", "value");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    JsonNode numbers = Mappers.read(results.text());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (byCohorts.isEmpty()) {
      addTo(rows, List.of(), numbers);
    } else {
      byCohorts.forEach(id -> addTo(rows, List.of(id), numbers.path(id)));
    }
    return rows;
  }

  private void addTo(List<List<@Nullable Object>> rows, List<String> cohort, JsonNode numbers) {
    Map<String, JsonNode> named =
        numbers.isObject()
            ? LenientReader.fields(numbers)
            : Map.of(aggregate.name().toLowerCase(Locale.ROOT), numbers);
    named.forEach(
        (name, number) -> {
          List<@Nullable Object> row = new ArrayList<>(cohort);
          row.addAll(Arrays.<@Nullable Object>asList(name, LenientReader.value(number)));
          rows.add(row);
        });
  }
}
