package dev.mixpaneldata.profile;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/**
 * Asks for profiles.
 *
 * @param query which profiles
 * @param sortBy a property, or an expression; as Mixpanel pleases if empty
 * @param sortOrder the order of its values
 * @param limit the most profiles to give; 0 for all
 */
@WithBuilder
public record ProfileQueryRequest(
    @Flatten ProfileQuery query,
    @Param(help = "Sort by this property or expression") Optional<String> sortBy,
    @Param(help = "With a property to sort by: the order", defaultValue = "descending")
        SortOrder sortOrder,
    @Param(help = "Maximum number of profiles; 0 for all", defaultValue = "100") int limit)
    implements ProfileQueryRequestBuilder.With {
  private static final int DEFAULT_LIMIT = 100;

  public ProfileQueryRequest {
    // The local parser does not support behaviors, so Mixpanel checks a filter that uses them.
    if (query.behaviors().isEmpty()) {
      Optional<String> where = Expressions.where("where", query.where());
      query = query.with(q -> q.where(where));
    }
    Expressions.checkOn("sort_by", sortBy);
    if (limit < 0) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + ".", "Choose 0 for all, or more.");
    }
  }

  /** Creates a request for the first 100 profiles. */
  public static ProfileQueryRequest of() {
    return of(ProfileQuery.all());
  }

  /** Creates a request for the first 100 profiles of a query. */
  public static ProfileQueryRequest of(ProfileQuery query) {
    return new ProfileQueryRequest(query, Optional.empty(), SortOrder.DESCENDING, DEFAULT_LIMIT);
  }
}
