package dev.mixpaneldata.profile;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/**
 * Asks for a number about all profiles that match.
 *
 * @param property the property it is about; every aggregate but the count needs one
 * @param percentile which percentile, 1 to 99
 */
@WithBuilder
public record ProfileStatisticsRequest(
    @Param(help = "What to compute", defaultValue = "count") Aggregate aggregate,
    @Param(help = "Name of the numeric property to compute on") Optional<String> property,
    @Param(help = "Which percentile, 1 to 99", defaultValue = "50") int percentile,
    @Param(help = Expressions.PROFILES_WHERE_HELP) Optional<String> where)
    implements ProfileStatisticsRequestBuilder.With {
  /** The numbers that can be computed. */
  public enum Aggregate {
    /** The number of profiles that match. */
    COUNT,
    /** The least and the greatest number. */
    EXTREMES,
    /** The number below which the given percentage of values lies. */
    PERCENTILE,
    /** Count, sum, mean and spread. */
    NUMERIC_SUMMARY
  }

  public ProfileStatisticsRequest {
    where = Expressions.where("where", where);
    Expressions.checkOn("property", property);
    if (property.isEmpty() && aggregate != Aggregate.COUNT) {
      throw MixpanelDataException.invalidArgument(
          "No property to compute on is given.", "Name a numeric property, or ask for the count.");
    }
    if (percentile < 1 || percentile > 99) {
      throw MixpanelDataException.invalidArgument(
          "There is no percentile " + percentile + ".", "Choose 1 to 99.");
    }
  }

  /** Creates a request for the number of profiles. */
  public static ProfileStatisticsRequest of() {
    return new ProfileStatisticsRequest(Aggregate.COUNT, Optional.empty(), 50, Optional.empty());
  }
}
