package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.flags.EvaluateFlags;
import dev.mixpaneldata.app.identity.CreateAlias;
import dev.mixpaneldata.app.identity.CreateIdentity;
import dev.mixpaneldata.app.identity.MergeIdentities;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.value.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to join the ids of users and to evaluate feature flags. */
class IdentitiesTest extends WireTestCase {
  private static final Credentials ROBOT =
      Credentials.of("robot.1a2b.mp-service-account", "s3cr3t", "12345", Region.EU);

  @BeforeEach
  void openWithToken() {
    workspace =
        Workspace.builder()
            .credentials(ROBOT)
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .projectToken(Secret.of("t0ken"))
            .open();
  }

  private static void reply(int status, String json) {
    server.stubFor(any(urlPathMatching("/.*")).willReturn(jsonResponse(json, status)));
  }

  private static String form(LoggedRequest request) {
    return URLDecoder.decode(request.getBodyAsString(), StandardCharsets.UTF_8);
  }

  @Test
  void anAnonymousUserBecomesKnownByTheTokenAlone() {
    reply(200, "1");
    assertThat(workspace.app().identities().create(new CreateIdentity("u", "a")).outcome())
        .isEqualTo("identified");
    LoggedRequest request = requests().get(0);
    assertThat(request.getUrl()).isEqualTo("/track");
    assertThat(request.getHeader("Authorization")).isNull();
    assertThat(form(request))
        .startsWith("data={\"")
        .contains("\"event\":\"$identify\"", "\"token\":\"t0ken\"", "&strict=1")
        .contains("\"$anon_id\":\"a\"", "\"$identified_id\":\"u\"");
  }

  @Test
  void anAliasLeadsToAUser() {
    reply(200, "{\"code\":200,\"status\":\"OK\"}");
    workspace.app().identities().alias(new CreateAlias("u", "mail"));
    assertThat(form(requests().get(0)))
        .contains("$create_alias", "\"alias\":\"mail\"", "\"distinct_id\":\"u\"");
  }

  @Test
  void twoUsersAreMergedByTheServiceAccount() {
    reply(200, "{\"code\":200,\"num_records_imported\":1,\"status\":\"OK\"}");
    assertThat(workspace.app().identities().merge(new MergeIdentities(List.of("a", "b"))).id())
        .isEqualTo("a, b");
    assertThat(sent("POST /import"))
        .containsOnly(Map.entry("project_id", "12345"), Map.entry("strict", "1"));
    assertThat(requests().get(0).getBodyAsString())
        .contains("\"event\":\"$merge\"", "\"$distinct_ids\":[\"a\",\"b\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "{\"status\":0,\"error\":\"bad id\"}",
        "{\"code\":400,\"status\":\"Bad Request\",\"failed_records\":[{\"index\":0,\"message\":\"bad id\"}]}"
      })
  void aRefusalIsAnError(String answer) {
    reply(answer.contains("400") ? 400 : 200, answer);
    assertThatThrownBy(() -> workspace.app().identities().alias(new CreateAlias("u", "x")))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e).hasMessageContaining(answer.equals("0") ? "refused" : "bad id");
            });
  }

  @Test
  void idsThatCannotBeMeantAreRefusedAtOnce() {
    assertThatThrownBy(() -> new CreateIdentity("u", " ")).hasMessageContaining("empty");
    assertThatThrownBy(() -> new CreateAlias("u", "u")).hasMessageContaining("Both ids are 'u'");
    assertThatThrownBy(() -> new MergeIdentities(List.of("a"))).hasMessageContaining("1 ids");
  }

  @Test
  void aPreviewHidesTheToken() {
    String shown =
        workspace
            .app()
            .preview(app -> app.identities().alias(new CreateAlias("u", "x")))
            .body()
            .orElseThrow()
            .text();
    assertThat(shown).contains("$create_alias", "\"alias\":\"x\"").doesNotContain("t0ken");
    assertThat(requests()).isEmpty();
  }

  @Test
  void withoutATokenNothingIsSent() {
    try (Workspace plain =
        Workspace.builder().credentials(ROBOT).baseUrl(server.baseUrl()).open()) {
      assertThatThrownBy(() -> plain.app().identities().create(new CreateIdentity("u", "a")))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_MISSING));
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void flagsAreEvaluatedForAUser() {
    reply(
        200,
        "{\"flags\":{\"checkout\":{\"variant_key\":\"new\",\"variant_value\":{\"a\":1},"
            + "\"is_qa_tester\":false,\"extra\":2}}}");
    var variants =
        workspace
            .app()
            .flagEvaluation()
            .evaluate(
                EvaluateFlags.of("u")
                    .with(f -> f.customProperties(new Json("{\"country\":\"FR\"}"))));
    assertThat(variants).hasSize(1);
    assertThat(variants.get(0).flag()).isEqualTo("checkout");
    assertThat(variants.get(0).variantValue()).contains(new Json("{\"a\":1}"));
    assertThat(variants.get(0).remaining()).containsEntry("extra", new Json("2"));
    assertThat(sent("GET /flags"))
        .containsEntry("token", "t0ken")
        .containsEntry("project_id", "12345")
        .containsEntry(
            "context", "{\"distinct_id\":\"u\",\"custom_properties\":{\"country\":\"FR\"}}");
  }

  @Test
  void theRulesOfEnabledFlagsAreRead() {
    reply(
        200,
        "{\"flags\":[{\"id\":\"f\",\"name\":\"N\",\"key\":\"k\",\"status\":\"enabled\","
            + "\"ruleset\":{\"variants\":[]},\"is_experiment_active\":true}]}");
    var flag = workspace.app().flagEvaluation().definitions().get(0);
    assertThat(flag.ruleset()).contains(new Json("{\"variants\":[]}"));
    assertThat(flag.remaining()).containsEntry("is_experiment_active", new Json("true"));
    sent("GET /flags/definitions");
  }
}
