package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.internal.profile.ProfileClient;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.testkit.http.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchProfilesTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  @TempDir Path folder;

  @Test
  void allPagesArriveWithTheirValuesAsSent() {
    int count = ProfileClient.PAGE_SIZE * 2 + 17;
    List<String> profiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      profiles.add(
          profile("u" + i, "{\"$email\":\"u%d@x.org\",\"big\":9007199254740993}".formatted(i)));
    }
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().profiles(profiles).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      FetchResult result = workspace.fetch().profiles(FetchProfiles.of("people"));

      assertThat(result.rows()).isEqualTo(count);
      assertThat(result.windows()).hasSize(3);
      assertThat(Local.scalar(workspace, "SELECT count(DISTINCT distinct_id) FROM people"))
          .isEqualTo((long) count);
      assertThat(Local.scalar(workspace, "SELECT properties->>'$.big' FROM people LIMIT 1"))
          .isEqualTo("9007199254740993");
    }
  }

  @Test
  void appendedProfilesTakeThePlaceOfTheOld() {
    try (FakeMixpanel mixpanel =
            FakeMixpanel.builder()
                .profiles(List.of(profile("a", "{\"plan\":\"free\"}"), profile("b", "{}")))
                .start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().profiles(FetchProfiles.of("people"));
    }
    try (FakeMixpanel mixpanel =
            FakeMixpanel.builder()
                .profiles(List.of(profile("a", "{\"plan\":\"pro\"}"), profile("c", "{}")))
                .start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().profiles(FetchProfiles.of("people").with(r -> r.mode(FetchMode.APPEND)));

      assertThat(Local.scalar(workspace, "SELECT count(*) FROM people")).isEqualTo(3L);
      assertThat(
              Local.scalar(
                  workspace, "SELECT properties->>'$.plan' FROM people WHERE distinct_id = 'a'"))
          .isEqualTo("pro");
    }
  }

  @Test
  void theStreamGivesEveryProfile() {
    try (FakeMixpanel mixpanel =
            FakeMixpanel.builder()
                .profiles(List.of(profile("a", "{\"x\":9007199254740993}")))
                .start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open();
        Stream<Profile> profiles = workspace.export().profiles(ProfileQuery.all())) {
      assertThat(profiles)
          .singleElement()
          .satisfies(
              profile -> {
                assertThat(profile.distinctId()).isEqualTo("a");
                assertThat(profile.properties().text()).contains("9007199254740993");
              });
    }
  }

  /** A project with three pages of profiles, the last one with 17. */
  private static List<String> threePages() {
    return IntStream.range(0, ProfileClient.PAGE_SIZE * 2 + 17)
        .mapToObj(number -> profile("u" + number, "{}"))
        .toList();
  }

  private static Predicate<Request> page(int number) {
    return request -> ("&" + request.bodyText() + "&").contains("&page=" + number + "&");
  }

  private static String answer(String fields, List<String> profiles) {
    return "{\"status\":\"ok\"" + fields + ",\"results\":" + profiles + "}";
  }

  private FetchResult fetched(FakeMixpanel mixpanel) {
    try (Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      return workspace.fetch().profiles(FetchProfiles.of("people").withMode(FetchMode.REPLACE));
    }
  }

  @Test
  void aPageWithAGapIsAskedForAgain() {
    List<String> profiles = threePages();
    List<String> half = profiles.subList(ProfileClient.PAGE_SIZE, ProfileClient.PAGE_SIZE + 500);
    for (String gap : List.of(answer("", List.of()), answer("", half))) {
      try (FakeMixpanel mixpanel = FakeMixpanel.builder().profiles(profiles).start()) {
        mixpanel.faults().when(page(1), 1, Fault.status(200, gap, Map.of()));
        FetchResult result = fetched(mixpanel);
        assertThat(result.rows()).isEqualTo(profiles.size());
        assertThat(result.expected()).contains((long) profiles.size());
        assertThat(result.warnings()).isEmpty();
      }
    }
  }

  @Test
  void aPageThatWasSentInThePlaceOfAnotherIsAskedForAgain() {
    List<String> profiles = threePages();
    List<String> wrong = profiles.subList(0, ProfileClient.PAGE_SIZE);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().profiles(profiles).start()) {
      mixpanel.faults().when(page(1), 1, Fault.status(200, answer("", wrong), Map.of()));
      FetchResult result = fetched(mixpanel);
      assertThat(result.rows()).isEqualTo(profiles.size());
      assertThat(result.warnings()).isEmpty();
    }
  }

  @Test
  void aFirstPageWithoutASessionIsAskedForAgain() {
    List<String> profiles = threePages();
    List<String> first = profiles.subList(0, ProfileClient.PAGE_SIZE);
    String fields = ",\"page\":0,\"total\":" + profiles.size();
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().profiles(profiles).start()) {
      mixpanel.faults().when(page(0), 1, Fault.status(200, answer(fields, first), Map.of()));
      FetchResult result = fetched(mixpanel);
      assertThat(result.rows()).isEqualTo(profiles.size());
      assertThat(result.warnings()).isEmpty();
    }
  }

  @Test
  void aServerThatDoesNotSayItsPageSizeIsReadToTheEnd() {
    List<String> profiles = threePages();
    String fields = ",\"page\":0,\"session_id\":\"1767225600-1\",\"total\":4";
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().profiles(profiles).start()) {
      for (int number : List.of(0, 1)) {
        List<String> two = profiles.subList(2 * number, 2 * number + 2);
        mixpanel.faults().always(page(number), Fault.status(200, answer(fields, two), Map.of()));
      }
      assertThat(fetched(mixpanel).rows()).isEqualTo(4);
    }
  }

  @Test
  void aGapThatStaysIsSaid() {
    List<String> profiles = threePages();
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().profiles(profiles).start()) {
      mixpanel.faults().always(page(1), Fault.status(200, answer("", List.of()), Map.of()));
      FetchResult result = fetched(mixpanel);
      assertThat(result.rows()).isEqualTo(profiles.size() - ProfileClient.PAGE_SIZE);
      assertThat(result.warnings())
          .singleElement()
          .asString()
          .startsWith(ProfileClient.PAGE_SIZE + " profiles are missing")
          .contains(Integer.toString(profiles.size()));
    }
  }

  @Test
  void aTotalThatCannotBeIsRefused() {
    String fields = ",\"page\":0,\"session_id\":\"1767225600-1\",\"total\":1000000000000000000";
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      mixpanel
          .faults()
          .always(
              page(0), Fault.status(200, answer(fields, List.of(profile("a", "{}"))), Map.of()));
      assertThatThrownBy(() -> fetched(mixpanel))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_RESPONSE));
    }
  }

  private static String profile(String id, String properties) {
    return "{\"$distinct_id\":\"" + id + "\",\"$properties\":" + properties + "}";
  }
}
