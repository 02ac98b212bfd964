package dev.mixpaneldata.internal.profile;

import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import java.util.Optional;

/** A query of profiles, page by page. */
public final class ProfileClient {
  /**
   * The number of profiles on a page. The parameter is not documented; connectors run with up to
   * 40000 (Airbyte issue 41976). Each page is one of the 60 queries an hour, so Mixpanel's 1000
   * would be 60000 an hour.
   */
  public static final int PAGE_SIZE = 10_000;

  private final MixpanelHttp http;
  private final Call query;

  /**
   * Creates a client.
   *
   * @param query the call without its page
   */
  public ProfileClient(MixpanelHttp http, Call query) {
    this.http = http;
    this.query = query;
  }

  /** Fetches the first page of a query; it opens the session that the other pages belong to. */
  public ProfilePage first() {
    return page(Optional.empty(), 0);
  }

  /** Fetches page {@code number}, counted from 0, of the session. */
  public ProfilePage page(Optional<String> sessionId, int number) {
    Call call =
        query
            .field("session_id", sessionId.orElse(null))
            .field("page", number)
            .field("page_size", PAGE_SIZE);
    return PageParser.parse(http.send(call).body(), number, PAGE_SIZE);
  }
}
