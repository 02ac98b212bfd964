package dev.mixpaneldata.profile;

import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls {@code POST /api/query/engage} (Mixpanel's engage query reference). */
public final class ProfileClient {
  /**
   * The number of profiles on a page. The parameter is not documented; connectors run with up to
   * 40000 (Airbyte issue 41976). Each page is one of the 60 queries an hour, so Mixpanel's 1000
   * would be 60000 an hour.
   */
  public static final int PAGE_SIZE = 10_000;

  private final MixpanelHttp http;
  private final Optional<String> sortKey;
  private final SortOrder sortOrder;

  /** Creates a client of the engage API over this HTTP client. */
  public ProfileClient(MixpanelHttp http) {
    this(http, Optional.empty(), SortOrder.DESCENDING);
  }

  private ProfileClient(MixpanelHttp http, Optional<String> sortKey, SortOrder sortOrder) {
    this.http = http;
    this.sortKey = sortKey;
    this.sortOrder = sortOrder;
  }

  /** Returns a client whose pages are in the order of an expression. */
  ProfileClient sorted(Optional<String> expression, SortOrder order) {
    return new ProfileClient(http, expression, order);
  }

  /** Fetches the first page of a query; it opens the session that the other pages belong to. */
  public ProfilePage first(ProfileQuery query) {
    return page(query, Optional.empty(), 0);
  }

  /** Fetches page {@code number}, counted from 0, of the session. */
  public ProfilePage page(ProfileQuery query, Optional<String> sessionId, int number) {
    Call call =
        Call.post(ApiFamily.QUERY, "/engage")
            .idempotent()
            .field("where", query.where().orElse(null))
            .field(
                "filter_by_cohort",
                RawCohort.filter(query.cohortId(), query.cohortDefinition()).orElse(null))
            // Mixpanel takes its absence for true, so it is always sent with a cohort.
            .field("include_all_users", query.hasCohort() ? query.includeAllUsers() : null)
            .jsonField(
                "output_properties",
                query.outputProperties().isEmpty() ? null : query.outputProperties())
            .field("data_group_id", query.groupId().orElse(null))
            .field("behaviors", query.behaviors().orElse(null))
            .field("as_of_timestamp", query.asOfTimestamp().orElse(null))
            .field("search", query.search().orElse(null))
            .field("sort_key", sortKey.orElse(null))
            .field("sort_order", sortKey.map(key -> sortOrder.wireName()).orElse(null))
            .field("session_id", sessionId.orElse(null))
            .field("page", number)
            .field("page_size", PAGE_SIZE);
    call =
        switch (query.distinctIds().size()) {
          case 0 -> call;
          case 1 -> call.field("distinct_id", query.distinctIds().get(0));
          default -> call.jsonField("distinct_ids", query.distinctIds());
        };
    return PageParser.parse(http.send(call).body(), number, PAGE_SIZE);
  }

  /** Returns all profiles of a query. Pages are fetched as the stream is read. */
  public Stream<Profile> stream(ProfileQuery query) {
    ProfilePages pages = ProfilePages.open(this, query, (page, cause, attempt) -> {});
    return Stream.iterate(
            Optional.of(pages.first()),
            Optional::isPresent,
            page -> page.filter(p -> !pages.isLast(p)).map(p -> pages.page(p.number() + 1)))
        .flatMap(page -> page.orElseThrow().lines().stream().map(ProfileDecoder::decode));
  }
}
