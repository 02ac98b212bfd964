package dev.mixpaneldata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.profile.ProfileClient;
import dev.mixpaneldata.internal.profile.ProfilePage;
import dev.mixpaneldata.internal.profile.ProfilePages;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Questions about profiles as they are now at Mixpanel. Each page is one query of the hour's 60.
 */
public final class Profiles {
  private final MixpanelHttp http;

  /** Creates questions about profiles over this HTTP client. */
  public Profiles(MixpanelHttp http) {
    this.http = http;
  }

  /** Fetches the first profiles that match, with as many pages as the limit needs. */
  public ProfileList query(ProfileQueryRequest request) {
    ProfileQuery query = request.query();
    int limit = request.limit() == 0 ? Integer.MAX_VALUE : request.limit();
    Call call = query.call();
    if (request.sortBy().isPresent()) {
      call =
          call.field("sort_key", Expressions.on(request.sortBy().get()))
              .field("sort_order", request.sortOrder().wireName());
    }
    ProfilePages pages = pages(call);
    ProfilePage page = pages.first();
    List<Profile> profiles = new ArrayList<>();
    int inPages = 0;
    while (true) {
      inPages += page.lines().size();
      page.lines().stream()
          .limit(limit - profiles.size())
          .map(ProfileDecoder::decode)
          .forEach(profiles::add);
      if (pages.isLast(page) || profiles.size() >= limit) {
        break;
      }
      page = pages.page(page.number() + 1);
    }
    boolean more = inPages > profiles.size() || !pages.isLast(page);
    return new ProfileList(profiles, more, pages.total());
  }

  /** Returns all profiles of a query. Pages are fetched as the stream is read. */
  public Stream<Profile> stream(ProfileQuery query) {
    ProfilePages pages = pages(query.call());
    return Stream.iterate(
            Optional.of(pages.first()),
            Optional::isPresent,
            page -> page.filter(p -> !pages.isLast(p)).map(p -> pages.page(p.number() + 1)))
        .flatMap(page -> page.orElseThrow().lines().stream().map(ProfileDecoder::decode));
  }

  private ProfilePages pages(Call query) {
    return ProfilePages.open(new ProfileClient(http, query), (number, cause, attempt) -> {});
  }

  /**
   * Fetches a number about all profiles that match. The endpoint is not documented; it is called as
   * Mixpanel's Python client does, which names the filter {@code selector}.
   */
  public ProfileStatistics statistics(ProfileStatisticsRequest request) {
    Call call =
        Call.post(ApiFamily.QUERY, "/engage/stats")
            .idempotent()
            .field("action", action(request))
            .field("selector", request.where().orElse(null))
            .field(
                "filter_by_cohort",
                CohortFilter.filter(request.cohortId(), request.cohortDefinition()).orElse(null))
            .field("include_all_users", request.hasCohort() ? request.includeAllUsers() : null)
            .jsonField("segment_by_cohorts", cohorts(request.byCohorts()))
            .field("data_group_id", request.groupId().orElse(null))
            .field("as_of_timestamp", request.asOfTimestamp().orElse(null));
    JsonNode answer = Mappers.read(http.send(call).body());
    return new ProfileStatistics(
        request.aggregate(),
        request.property(),
        LenientReader.json(answer.path("results")).orElse(new Json("null")),
        request.byCohorts(),
        LenientReader.text(answer.path("computed_at")));
  }

  private static @Nullable Map<String, Boolean> cohorts(List<String> ids) {
    Map<String, Boolean> chosen = new LinkedHashMap<>();
    ids.forEach(id -> chosen.put(id, true));
    return chosen.isEmpty() ? null : chosen;
  }

  private static String action(ProfileStatisticsRequest request) {
    String property = request.property().map(Expressions::on).orElse("");
    return switch (request.aggregate()) {
      case COUNT -> "count()";
      case EXTREMES -> "extremes(" + property + ")";
      case PERCENTILE -> "percentile(" + property + ", " + request.percentile() + ")";
      case NUMERIC_SUMMARY -> "numeric_summary(" + property + ")";
    };
  }
}
