package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.profile.ProfileQueryBuilder;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.profile.ProfileStatisticsRequest;
import dev.mixpaneldata.profile.ProfileStatisticsRequest.Aggregate;
import dev.mixpaneldata.profile.Profiles;
import dev.mixpaneldata.profile.SortOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Profiles that are sorted, searched and chosen by cohorts, asked over HTTP. */
class LiveProfilesTest {
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
          .profiles(
              List.of(
                  profile("a", "\"ltv\":5,\"plan\":\"pro\",\"seen\":\"2026-01-30T00:00:00\""),
                  profile("b", "\"ltv\":12,\"plan\":\"free\",\"seen\":\"2026-01-01T00:00:00\""),
                  profile("c", "\"plan\":\"pro\"")))
          .events(
              Map.of(
                  LocalDate.of(2026, 1, 30),
                  List.of(buy("a", 1), buy("a", 2), buy("b", 3), buy("stranger", 4)),
                  LocalDate.of(2025, 12, 1),
                  List.of(buy("c", -5_000_000))))
          .cohort(7, Set.of("a", "c"))
          .cohort(8, Set.of("b", "stranger"))
          .start();
  private final Profiles profiles = new LiveClients(mixpanel).profiles();

  private static String profile(String id, String properties) {
    return "{\"$distinct_id\":\"%s\",\"$properties\":{%s}}".formatted(id, properties);
  }

  private static String buy(String user, int seconds) {
    long millis = Instant.parse("2026-01-30T00:00:00Z").plusSeconds(seconds).toEpochMilli();
    return "{\"event\":\"Buy\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\"}}"
        .formatted(millis, user);
  }

  @AfterEach
  void close() {
    mixpanel.close();
  }

  private List<String> found(UnaryOperator<ProfileQueryBuilder> choice) {
    ProfileQuery query = choice.apply(ProfileQuery.all().with()).build();
    return profiles.query(ProfileQueryRequest.of(query)).profiles().stream()
        .map(Profile::distinctId)
        .sorted()
        .toList();
  }

  private List<String> sorted(String by, SortOrder order) {
    return profiles
        .query(ProfileQueryRequest.of().with(r -> r.sortBy(by).sortOrder(order)))
        .profiles()
        .stream()
        .map(Profile::distinctId)
        .toList();
  }

  @Test
  void profilesComeInTheOrderOfAProperty() {
    assertThat(sorted("ltv", SortOrder.ASCENDING)).containsExactly("a", "b", "c");
    assertThat(sorted("ltv", SortOrder.DESCENDING)).containsExactly("b", "a", "c");
  }

  @Test
  void aTextIsSearchedFor() {
    assertThat(found(q -> q.search("FREE"))).containsExactly("b");
  }

  @Test
  void whatUsersDidChoosesProfiles() {
    assertThat(found(q -> q.cohortDefinition("did Buy in the last 7 days")))
        .containsExactly("a", "b");
    assertThat(found(q -> q.cohortDefinition("did Buy at least 2 times in the last 7 days")))
        .containsExactly("a");
    assertThat(found(q -> q.cohortDefinition("did not Buy in the last 7 days")))
        .containsExactly("c");
    assertThat(found(q -> q.cohortDefinition("did Buy from 2025-12-01 to 2025-12-31")))
        .containsExactly("c");
    assertThat(found(q -> q.cohortDefinition("did Buy in the last 7 days").includeAllUsers(true)))
        .containsExactly("a", "b", "stranger");
  }

  @Test
  void aDefinitionChoosesByProfilesAndSavedCohorts() {
    assertThat(
            found(
                q ->
                    q.cohortDefinition(
                        """
                        {"selector": {"operator": "and", "children": [
                          {"property": "user", "value": "plan", "operator": "==", "operand": "pro"},
                          {"property": "cohort", "value": 8, "operator": "not in"}]},
                         "behaviors": {}}
                        """)))
        .containsExactly("a", "c");
  }

  @Test
  void numbersAreSplitByCohorts() {
    assertThat(
            profiles
                .statistics(ProfileStatisticsRequest.of().with(r -> r.byCohorts(List.of("7", "8"))))
                .cells())
        .containsExactly(List.of("7", "count", 2L), List.of("8", "count", 1L));
    assertThat(
            profiles
                .statistics(
                    ProfileStatisticsRequest.of()
                        .with(
                            r ->
                                r.aggregate(Aggregate.EXTREMES)
                                    .property("ltv")
                                    .cohortDefinition("did Buy in the last 7 days")))
                .cells())
        .hasToString("[[min, 5], [max, 12]]");
  }

  @Test
  void nowIsTheTimeOfTheQuestion() {
    assertThat(found(q -> q.where("datetime(properties[\"seen\"]) >= datetime(NOW - 604800)")))
        .containsExactly("a");
  }

  @Test
  void whatTheFakeDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> found(q -> q.cohortId("99"))).hasMessageContaining("Unknown cohort");
    assertThatThrownBy(
            () ->
                found(
                    q ->
                        q.cohortDefinition(
                            "{\"selector\": {\"children\": []}, \"behaviours\": {}}")))
        .hasMessageContaining("Extra inputs are not permitted at raw_cohort.behaviours");
  }
}
