package dev.mixpaneldata.account;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.mixpaneldata.account.CredentialReport.Problem;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.TestingTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each region is a path of the same server here. */
class CredentialCheckTest {
  private static final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options().dynamicPort().containerThreads(20).jettyAcceptors(1));
  private static final Credentials CREDENTIALS =
      Credentials.of("robot", "s3cr3t", "123", Region.US);

  @BeforeAll
  static void startServer() {
    server.start();
  }

  @AfterAll
  static void stopServer() {
    server.stop();
  }

  @BeforeEach
  void refuseEverything() {
    server.resetAll();
    server.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(401).withBody("{\"error\":\"no\"}")));
  }

  private static void me(Region region, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathEqualTo("/" + region.id() + "/api/app/me")).willReturn(answer));
  }

  private static void query(ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlPathEqualTo("/us/api/query/events/names")).willReturn(answer));
  }

  private static CredentialReport check() {
    return CredentialCheck.of(
        CREDENTIALS,
        region ->
            MixpanelHttp.builder(CREDENTIALS)
                .endpoints(Endpoints.at(region, server.baseUrl() + "/" + region.id()))
                .pacer(new TestingTime().pacer())
                .build());
  }

  private static String project(String id, String domain) {
    return """
    "%s":{"name":"Project %s","timezone":"US/Pacific","domain":"%s","type":1,"role":"admin",
    "permissions":[{"x":[]}]}\
    """
        .formatted(id, id, domain);
  }

  private static ResponseDefinitionBuilder projects(String projects) {
    return okJson(
        """
        {"status":"ok","results":{"user_id":5,"organizations":{"9":{"id":9,"projects":{}}},
        "projects":{%s},"workspaces":{"77":{"project_id":123}}}}\
        """
            .formatted(projects));
  }

  @Test
  void aWorkingAccountTellsWhatItWorksOn() {
    me(Region.US, projects(project("7", "") + "," + project("123", "")));
    query(okJson("[\"Sign up\", \"Purchase\"]"));
    CredentialReport report = check();
    assertThat(report.success()).isTrue();
    assertThat(report.eventsFound()).hasValue(2);
    assertThat(report.projectName()).hasValue("Project 123");
    assertThat(report.timeZone()).hasValue(ZoneId.of("US/Pacific"));
    assertThat(report.role()).hasValue("admin");
    assertThat(report.problem()).isEmpty();
    server.verify(2, anyRequestedFor(anyUrl()));
  }

  @Test
  void aPlanWithoutTheQueryApiStillHasWorkingCredentials() {
    me(Region.US, projects(project("123", "")));
    query(aResponse().withStatus(402).withBody("{\"error\":\"plan\"}"));
    CredentialReport report = check();
    assertThat(report.success()).isTrue();
    assertThat(report.eventsFound()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {"401|{\"error\":\"no\"}", "400|{\"error\":\"Unable to authenticate request\"}"})
  void aWrongSecretIsSaidInBothFormsAfterAllRegionsWereAsked(int status, String body) {
    me(Region.US, aResponse().withStatus(status).withBody(body));
    Problem problem = check().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ErrorCode.AUTH_FAILED);
    assertThat(problem.toString()).doesNotContain("s3cr3t");
    server.verify(3, anyRequestedFor(anyUrl()));
  }

  @Test
  void anotherRegionThatAcceptsTheCredentialsIsNamed() {
    me(Region.IN, projects(project("123", "in.mixpanel.com")));
    Problem problem = check().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ErrorCode.WRONG_REGION);
    assertThat(problem.hint()).isEqualTo("Set the region to in.");
  }

  @Test
  void aProjectWithADomainElsewhereIsInAnotherRegion() {
    me(Region.US, projects(project("123", "eu.mixpanel.com")));
    CredentialReport report = check();
    assertThat(report.success()).isFalse();
    assertThat(report.problem().orElseThrow().hint()).isEqualTo("Set the region to eu.");
  }

  @Test
  void aProjectOutOfReachListsSomeThatAreNot() {
    String many =
        IntStream.range(0, 9)
            .mapToObj(id -> project("90" + id, ""))
            .collect(Collectors.joining(","));
    me(Region.US, projects(many));
    Problem problem = check().problem().orElseThrow();
    assertThat(problem.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(problem.message()).contains("123");
    assertThat(problem.hint())
        .contains("Project 900 (900)", "Project 904 (904)", "and others")
        .doesNotContain("905");
  }

  @Test
  void whoMayNotAskWhoTheyAreMayStillQuery() {
    me(Region.US, aResponse().withStatus(403).withBody("{\"error\":\"scope\"}"));
    query(okJson("[\"Sign up\"]"));
    assertThat(check().success()).isTrue();
    query(aResponse().withStatus(402).withBody("{\"error\":\"plan\"}"));
    assertThat(check().problem().orElseThrow().code()).isEqualTo(ErrorCode.PLAN_LIMIT);
  }

  @Test
  void whatIsNotMixpanelIsNoSuccess() {
    me(Region.US, okJson("[1,2]"));
    query(aResponse().withBody("<html>Sign in</html>"));
    assertThat(check().problem().orElseThrow().code()).isEqualTo(ErrorCode.BAD_RESPONSE);
    me(Region.US, aResponse().withBody("{\"results\":{\"projects\":"));
    assertThat(check().problem().orElseThrow().code()).isEqualTo(ErrorCode.BAD_RESPONSE);
  }

  @Test
  void aServerThatFailsIsReportedAsSuch() {
    me(Region.US, aResponse().withStatus(500));
    assertThat(check().problem().orElseThrow().code()).isEqualTo(ErrorCode.SERVER_ERROR);
  }
}
