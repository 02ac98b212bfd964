package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileClient;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private static String profile(String id, String properties) {
    return "{\"$distinct_id\":\"" + id + "\",\"$properties\":" + properties + "}";
  }
}
