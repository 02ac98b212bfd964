package dev.mixpaneldata.internal.profile;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;

/**
 * The pages of one profile query, each compared with the totals on page 0. A page with too few
 * profiles is fetched again; one that stays short is returned as it is. Thread-safe.
 */
public final class ProfilePages {
  /** The number of attempts to fetch a full page; the last one is taken as it comes. */
  static final int ATTEMPTS = 3;

  /**
   * The greatest plausible number of pages, far more than 60 queries an hour bring in a month; an
   * answer that promises more is damaged.
   */
  private static final long MOST_PAGES = 100_000;

  /** Observes pages that came short. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Reports that the page has {@code cause} and is fetched again, for the {@code attempt}th time.
     */
    void askingAgain(int page, String cause, int attempt);
  }

  private final ProfileClient client;
  private final Listener listener;
  private final ProfilePage first;

  private ProfilePages(ProfileClient client, Listener listener, ProfilePage first) {
    this.client = client;
    this.listener = listener;
    this.first = first;
  }

  /** Opens the query with its first page. */
  public static ProfilePages open(ProfileClient client, Listener listener) {
    ProfilePage page = client.first();
    for (int attempt = 2; attempt <= ATTEMPTS && isShort(page); attempt++) {
      String cause =
          page.sessionId().isEmpty()
              ? "no session to request the next page with"
              : cause(page, expected(page));
      listener.askingAgain(0, cause, attempt);
      ProfilePage again = client.first();
      page = isShort(again) && again.lines().size() < page.lines().size() ? page : again;
    }
    if (pages(page) > MOST_PAGES) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "Mixpanel reports that "
              + page.total().orElse(0L)
              + " profiles match, in pages of "
              + page.pageSize()
              + ".",
          "Ask again, or ask for fewer profiles with a filter.");
    }
    return new ProfilePages(client, listener, page);
  }

  /** Returns page 0. */
  public ProfilePage first() {
    return first;
  }

  /** Returns the number of profiles that match in all, if Mixpanel reports it. */
  public Optional<Long> total() {
    return first.total();
  }

  /** Returns the number of pages; empty if only the last page shows it. */
  public Optional<Integer> count() {
    if (first.sessionId().isEmpty()) {
      return Optional.of(1);
    }
    return total().map(total -> (int) Math.max(1, pages(first)));
  }

  /** Fetches page {@code number}, counted from 0. */
  public ProfilePage page(int number) {
    long expected = expected(number);
    ProfilePage page = client.page(first.sessionId(), number);
    for (int attempt = 2; attempt <= ATTEMPTS && page.lines().size() < expected; attempt++) {
      listener.askingAgain(number, cause(page, expected), attempt);
      ProfilePage again = client.page(first.sessionId(), number);
      page = again.lines().size() < page.lines().size() ? page : again;
    }
    return page;
  }

  /** Returns whether no page follows this one. */
  public boolean isLast(ProfilePage page) {
    return count().map(count -> page.number() >= count - 1).orElseGet(page::isLast);
  }

  private long expected(int number) {
    if (total().isEmpty()) {
      return 0;
    }
    long before = (long) number * first.pageSize();
    return Math.max(0, Math.min(first.pageSize(), total().get() - before));
  }

  private static long expected(ProfilePage first) {
    return first.total().map(total -> Math.min(total, first.pageSize())).orElse(0L);
  }

  private static boolean isShort(ProfilePage first) {
    return first.lines().size() < expected(first)
        || (first.sessionId().isEmpty() && first.total().orElse(0L) > first.lines().size());
  }

  private static long pages(ProfilePage first) {
    long total = first.total().orElse(0L);
    return total / first.pageSize() + (total % first.pageSize() == 0 ? 0 : 1);
  }

  private static String cause(ProfilePage page, long expected) {
    return page.lines().size() + " of " + expected + " profiles";
  }
}
