package dev.mixpaneldata.profile;

import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A number about profiles.
 *
 * @param results the number, or an object of numbers, as Mixpanel gives it
 * @param computedAt the time of Mixpanel's computation, as it reports it
 */
public record ProfileStatistics(
    ProfileStatisticsRequest.Aggregate aggregate,
    Optional<String> property,
    Json results,
    Optional<String> computedAt) {}
