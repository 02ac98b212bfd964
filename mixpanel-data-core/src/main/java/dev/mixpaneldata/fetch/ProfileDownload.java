package dev.mixpaneldata.fetch;

import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.profile.ProfileClient;
import dev.mixpaneldata.internal.profile.ProfilePage;
import dev.mixpaneldata.internal.profile.ProfilePages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Downloads the pages of a profile query to disk: page 0, then the others of its session in
 * parallel. Pages with equal content are requested again, since at least one of them is wrong.
 */
final class ProfileDownload {
  private final FetchProfiles request;
  private final FetchListener listener;
  private final ProfilePartWriter writer;
  private final ProfilePages pages;
  private final Map<Integer, ProfilePart> parts = new TreeMap<>();

  private ProfileDownload(
      FetchProfiles request, FetchListener listener, JobFolder folder, ProfilePages pages) {
    this.request = request;
    this.listener = listener;
    this.writer = new ProfilePartWriter(folder, listener);
    this.pages = pages;
  }

  /** Downloads all available pages. */
  static ProfileDownload run(
      FetchProfiles request, FetchListener listener, JobFolder folder, MixpanelHttp http) {
    ProfilePages pages =
        ProfilePages.open(
            new ProfileClient(http, request.query().call()),
            (page, cause, attempt) -> listener.windowRetried(name(page), cause, attempt));
    ProfileDownload download = new ProfileDownload(request, listener, folder, pages);
    download.keep(pages.first());
    if (pages.count().isEmpty()) {
      download.followPages();
    } else {
      download.fetchOthers(pages.count().get());
    }
    return download;
  }

  /** Returns the pages in their order. */
  List<ProfilePart> parts() {
    return List.copyOf(parts.values());
  }

  /** Returns the number of all profiles that match, if Mixpanel reports it. */
  Optional<Long> total() {
    return pages.total();
  }

  private void fetchOthers(int count) {
    listener.planned(count, 0);
    fetch(IntStream.range(1, count).boxed().toList());
    Set<Integer> equal = equalPages();
    if (!equal.isEmpty()) {
      equal.forEach(
          page -> listener.windowRetried(name(page), "the same profiles as another page", 2));
      fetch(equal.stream().sorted().toList());
    }
  }

  private void fetch(List<Integer> numbers) {
    WorkPool.run(
        request.workers(),
        numbers,
        number -> writer.write(pages.page(number)),
        part -> {
          if (parts.put(part.number(), part) == null) {
            listener.windowFinished(name(part.number()));
          }
        });
  }

  /** Returns the numbers of the pages, except 0, whose content equals that of another page. */
  private Set<Integer> equalPages() {
    Map<String, List<Integer>> byContent = new HashMap<>();
    parts.forEach(
        (number, part) ->
            byContent.computeIfAbsent(part.digest(), digest -> new ArrayList<>()).add(number));
    Set<Integer> equal = new HashSet<>();
    byContent.values().stream().filter(group -> group.size() > 1).forEach(equal::addAll);
    equal.remove(0);
    return equal;
  }

  /** Downloads one page after the other, for a server that does not report the total. */
  private void followPages() {
    ProfilePage page = pages.first();
    while (!pages.isLast(page)) {
      page = pages.page(page.number() + 1);
      keep(page);
    }
  }

  private void keep(ProfilePage page) {
    parts.put(page.number(), writer.write(page));
  }

  private static String name(int page) {
    return "page " + page;
  }
}
