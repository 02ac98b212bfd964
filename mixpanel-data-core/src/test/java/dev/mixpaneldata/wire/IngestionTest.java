package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.ingest.BatchReceipt;
import dev.mixpaneldata.ingest.ProfileOperation;
import dev.mixpaneldata.ingest.ProfileReceipt;
import dev.mixpaneldata.ingest.ProfileUpdate;
import dev.mixpaneldata.internal.json.Mappers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent to the ingestion API, and what becomes of its answers. */
class IngestionTest extends WireTestCase {
  private static final String TAKEN = "{\"code\":200,\"status\":\"OK\"}";
  private static final String TABLE = "8b7c0000-0000-4000-8000-000000000001";
  private static final String DONE = "{\"status\":1,\"error\":null}";

  @BeforeEach
  void openWithToken() {
    workspace =
        Workspace.builder()
            .credentials(
                Credentials.of("robot.1a2b.mp-service-account", "s3cr3t", "12345", Region.EU))
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .projectToken(Secret.of("t0ken"))
            .open();
  }

  private static void reply(int status, String json) {
    server.stubFor(any(urlPathMatching("/.*")).willReturn(jsonResponse(json, status)));
  }

  /** Answers one call after the other, the last answer again and again. */
  private static void replies(String path, List<Integer> statuses, String json) {
    for (int i = 0; i < statuses.size(); i++) {
      boolean last = i == statuses.size() - 1;
      String state = i == 0 ? Scenario.STARTED : "call " + i;
      server.stubFor(
          any(urlPathEqualTo(path))
              .inScenario(path)
              .whenScenarioStateIs(state)
              .willReturn(jsonResponse(json, statuses.get(i)))
              .willSetStateTo(last ? state : "call " + (i + 1)));
    }
  }

  private List<String> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"event\":\"E%d\",\"properties\":{\"time\":%d,\"distinct_id\":\"u\"}}"
                    .formatted(i, time.instant().getEpochSecond() - i))
        .toList();
  }

  private static List<String> names(LoggedRequest request) {
    return IngestionRequests.body(request)
        .lines()
        .map(line -> Mappers.read(line).path("event").asText())
        .toList();
  }

  @Test
  void eventsAreImportedInCompressedLinesByTheServiceAccount() {
    reply(200, "{\"code\":200,\"num_records_imported\":3,\"status\":\"OK\"}");
    BatchReceipt receipt = workspace.ingest().batch(events(3));
    assertThat(receipt.imported()).isEqualTo(3);
    assertThat(receipt.failed()).isEmpty();
    assertThat(sent("POST /import"))
        .containsOnly(Map.entry("project_id", "12345"), Map.entry("strict", "1"));
    assertThat(requests().get(0).getHeader("Content-Encoding")).isEqualTo("gzip");
    assertThat(requests().get(0).getHeader("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(names(requests().get(0))).containsExactly("E0", "E1", "E2");
  }

  @Test
  void whatMixpanelRefusesIsNamedByItsPlace() {
    reply(
        400,
        "{\"code\":400,\"num_records_imported\":2,\"status\":\"Bad Request\",\"failed_records\":"
            + "[{\"index\":1,\"field\":\"properties.time\",\"message\":\"too old\"}]}");
    BatchReceipt receipt = workspace.ingest().batch(events(3));
    assertThat(receipt.imported()).isEqualTo(2);
    assertThat(receipt.failed())
        .containsExactly(new BatchReceipt.Failed(2, "properties.time", "too old"));
  }

  @Test
  void whatIsTooLargeIsSplit() {
    replies("/import", List.of(413, 200, 413, 200), TAKEN);
    assertThat(workspace.ingest().batch(events(5)).imported()).isEqualTo(5);
    assertThat(requests().stream().map(IngestionTest::names))
        .containsExactly(
            List.of("E0", "E1", "E2", "E3", "E4"),
            List.of("E0", "E1"),
            List.of("E2", "E3", "E4"),
            List.of("E2"),
            List.of("E3", "E4"));
  }

  @Test
  void anEventThatIsTooLargeAloneIsRefused() {
    reply(413, "{}");
    BatchReceipt receipt = workspace.ingest().batch(events(2));
    assertThat(receipt.imported()).isZero();
    assertThat(receipt.failed()).extracting(BatchReceipt.Failed::number).containsExactly(1L, 2L);
    assertThat(requests()).hasSize(3);
  }

  @Test
  void outagesAndLimitsAreWaitedFor() {
    replies("/import", List.of(429, 500, 503, 200), TAKEN);
    assertThat(workspace.ingest().batch(events(1)).imported()).isEqualTo(1);
    assertThat(requests()).hasSize(4);
    assertThat(time.sleeps()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTH_FAILED, secret",
    "402, PLAN_LIMIT, plan",
    "403, PERMISSION_DENIED, Admin or Owner",
  })
  void whatTheAccountMayNotDoIsSaid(int status, ErrorCode code, String hint) {
    reply(status, "{\"error\":\"no\"}");
    assertThatThrownBy(() -> workspace.ingest().batch(events(1)))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.nextSteps().orElseThrow().toString()).contains(hint);
            });
    assertThat(requests()).hasSize(1);
  }

  @Test
  void trackedEventsCarryTheTokenAndNoCredentials() {
    reply(200, DONE);
    assertThat(workspace.ingest().track(events(2))).isEqualTo(2);
    LoggedRequest sent = requests().get(0);
    assertThat(sent.getUrl()).isEqualTo("/track?ip=0&verbose=1");
    assertThat(sent.getHeader("Authorization")).isNull();
    for (JsonNode event : Mappers.read(sent.getBodyAsString())) {
      assertThat(event.at("/properties/token").asText()).isEqualTo("t0ken");
      assertThat(event.at("/properties/$insert_id").asText()).hasSize(32);
    }
  }

  @Test
  void trackedEventsAreRefusedWhole() {
    reply(200, "{\"status\":0,\"error\":\"bad\"}");
    assertThatThrownBy(() -> workspace.ingest().track(events(1)))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("refused");
    String late =
        events(1)
            .get(0)
            .replaceAll("[0-9]{10}", Long.toString(time.instant().getEpochSecond() - 432_100));
    assertThatThrownBy(() -> workspace.ingest().track(List.of(late)))
        .hasMessageContaining("older than five days");
    assertThat(requests()).hasSize(1);
  }

  private static Map<String, ?> values(ProfileOperation operation) {
    return switch (operation) {
      case ADD -> Map.of("seats", 2);
      case UNION -> Map.of("tags", List.of("a"));
      case DELETE -> Map.of();
      case UNSET -> Map.of("plan", "");
      case SET, SET_ONCE, APPEND, REMOVE -> Map.of("plan", "pro");
    };
  }

  @ParameterizedTest
  @EnumSource
  void profilesOfUsersChangeByEveryOperation(ProfileOperation operation) {
    reply(200, DONE);
    ProfileUpdate update = ProfileUpdate.ofUser(operation, "u1", values(operation));
    assertThat(workspace.ingest().profiles(Stream.of(update)).accepted()).isEqualTo(1);
    LoggedRequest sent = requests().get(0);
    boolean deletes = operation == ProfileOperation.DELETE;
    assertThat(sent.getUrl())
        .isEqualTo(deletes ? "/engage?strict=1&verbose=1" : "/engage?ip=0&strict=1&verbose=1");
    assertThat(sent.getHeader("Authorization")).isNull();
    JsonNode body = Mappers.read(sent.getBodyAsString()).path(0);
    assertThat(body.path("$token").asText()).isEqualTo("t0ken");
    assertThat(body.path("$distinct_id").asText()).isEqualTo("u1");
    assertThat(body.has(operation.wireName())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void profilesOfGroupsChangeByEveryOperation(ProfileOperation operation) {
    reply(200, DONE);
    ProfileUpdate update =
        ProfileUpdate.ofUser(operation, "Acme", values(operation)).inGroup("company");
    assertThat(workspace.ingest().profiles(Stream.of(update)).accepted()).isEqualTo(1);
    assertThat(requests().get(0).getUrl()).startsWith("/groups?");
    JsonNode body = Mappers.read(requests().get(0).getBodyAsString()).path(0);
    assertThat(body.path("$group_key").asText()).isEqualTo("company");
    assertThat(body.path("$group_id").asText()).isEqualTo("Acme");
    assertThat(body.has("$distinct_id")).isFalse();
  }

  private static Stream<ProfileUpdate> updates(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ProfileUpdate.ofUser(ProfileOperation.SET, "u" + i, Map.of("n", i)));
  }

  @Test
  void profilesGoInBatches() {
    reply(200, DONE);
    assertThat(workspace.ingest().profiles(updates(2001)).accepted()).isEqualTo(2001);
    assertThat(requests()).hasSize(2);
    assertThat(workspace.ingest().profiles(updates(201).map(u -> u.inGroup("g"))).accepted())
        .isEqualTo(201);
    assertThat(requests()).hasSize(4);
  }

  @Test
  void batchesOfProfilesThatAreTooLargeAreSplit() {
    replies("/engage", List.of(413, 200), DONE);
    ProfileReceipt receipt = workspace.ingest().profiles(updates(5));
    assertThat(receipt.updates()).isEqualTo(5);
    assertThat(receipt.accepted()).isEqualTo(5);
    assertThat(requests())
        .extracting(sent -> Mappers.read(sent.getBodyAsString()).size())
        .containsExactly(5, 2, 3);
  }

  @Test
  void refusedProfilesAreNamed() {
    reply(
        400,
        "{\"code\":400,\"error\":\"some\",\"failed_records\":[{\"index\":1,\"message\":\"bad\"}]}");
    ProfileReceipt receipt = workspace.ingest().profiles(updates(3));
    assertThat(receipt.accepted()).isEqualTo(2);
    assertThat(receipt.refused()).containsExactly(new ProfileReceipt.Refused(2, "u1", "bad"));
  }

  @ParameterizedTest
  @EnumSource
  void onlyChangesThatMayBeRepeatedAreRepeated(ProfileOperation operation) {
    replies("/engage", List.of(500, 200), DONE);
    Stream<ProfileUpdate> one = Stream.of(ProfileUpdate.ofUser(operation, "u1", values(operation)));
    if (operation.isIdempotent()) {
      assertThat(workspace.ingest().profiles(one).accepted()).isEqualTo(1);
      assertThat(requests()).hasSize(2);
    } else {
      assertThatThrownBy(() -> workspace.ingest().profiles(one))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e ->
                  assertThat(e.nextSteps().orElseThrow().toString())
                      .contains("may have been carried out"));
      assertThat(requests()).hasSize(1);
    }
  }

  @Test
  void lookupTablesAreListedAndReplaced() {
    reply(
        200,
        "{\"code\":200,\"status\":\"OK\",\"results\":[{\"id\":\""
            + TABLE
            + "\",\"name\":\"Plans\"}]}");
    assertThat(workspace.ingest().lookupTables().list())
        .singleElement()
        .satisfies(table -> assertThat(table.name()).isEqualTo("Plans"));
    workspace
        .ingest()
        .lookupTables()
        .replace(TABLE, "id,name\n1,Ünï\n".getBytes(StandardCharsets.UTF_8));
    LoggedRequest sent = requests().get(1);
    assertThat(sent("PUT /lookup-tables/" + TABLE, sent))
        .containsOnly(Map.entry("project_id", "12345"));
    assertThat(sent.getHeader("Content-Type")).isEqualTo("text/csv");
    assertThat(sent.getBodyAsString()).isEqualTo("id,name\n1,Ünï\n");
  }

  @Test
  void rowsThatAreRefusedAreNamed() {
    reply(
        400,
        "{\"code\":400,\"error\":\"bad rows\",\"failed_records\":[{\"index\":3,\"message\":\"no id\"}]}");
    assertThatThrownBy(() -> workspace.ingest().lookupTables().replace(TABLE, new byte[] {'a'}))
        .hasMessageContaining("bad rows")
        .hasMessageContaining("row 3: no id");
  }

  @Test
  void readingOnlySendsNoneOfIt() {
    Workspace reading =
        Workspace.builder()
            .credentials(Credentials.of("robot", "s3cr3t", "12345", Region.EU))
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .projectToken(Secret.of("t0ken"))
            .readOnly()
            .open();
    reply(200, DONE);
    List<Runnable> changes =
        List.of(
            () -> reading.ingest().batch(events(1)),
            () -> reading.ingest().track(events(1)),
            () -> reading.ingest().profiles(updates(1)),
            () -> reading.ingest().lookupTables().replace(TABLE, new byte[] {'a'}));
    for (Runnable change : changes) {
      assertThatThrownBy(change::run)
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
    }
    assertThat(requests()).isEmpty();
    reading.ingest().lookupTables().list();
    assertThat(requests()).hasSize(1);
  }
}
