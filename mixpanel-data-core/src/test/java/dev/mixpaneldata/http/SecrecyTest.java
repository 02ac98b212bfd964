package dev.mixpaneldata.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret never comes out, even when the server sends it back. */
class SecrecyTest extends HttpTestCase {
  private static final String BASIC =
      Base64.getEncoder()
          .encodeToString((CREDENTIALS.username() + ":" + SECRET).getBytes(StandardCharsets.UTF_8));

  private static void assertClean(String text) {
    assertThat(text)
        .doesNotContain(SECRET)
        .doesNotContain(BASIC)
        .doesNotContain(Parameter.encode(SECRET));
  }

  private static String everythingOf(MixpanelDataException error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    text.append(error.hint().orElse(""));
    if (error instanceof ApiException api) {
      text.append(api.url()).append(api.excerpt());
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 401, 403, 404, 412, 422, 429, 500, 503})
  void anEchoedSecretIsMasked(int status) {
    for (String echo :
        List.of(
            "{\"error\":\"%s and Basic %s\"}".formatted(SECRET, BASIC),
            "%s Basic %s".formatted(SECRET, BASIC),
            "<html>%s Basic %s".formatted(SECRET, BASIC))) {
      server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(echo)));
      Call call = Call.get(ApiFamily.QUERY, "/x").parameter("where", SECRET);
      MixpanelDataException error =
          catchThrowableOfType(MixpanelDataException.class, () -> http().send(call));
      assertClean(everythingOf(error));
    }
    waits.forEach(wait -> assertClean(wait.toString()));
  }

  @Test
  void noStatusLineOrHeaderBringsItBack() {
    server.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withHeader("Content-Encoding", SECRET).withBody("anything")));
    MixpanelDataException error =
        catchThrowableOfType(
            MixpanelDataException.class, () -> http().send(Call.get(ApiFamily.QUERY, "/x")));
    assertClean(everythingOf(error));
  }

  @Test
  void credentialsAndClientsPrintWithoutIt() {
    assertThat(CREDENTIALS.toString()).contains("********").contains("12345");
    assertClean(CREDENTIALS.toString());
    assertClean(CREDENTIALS.signIn().toString());
    assertClean(http().toString());
    assertClean(http().credentials().toString());
  }

  @Test
  void debugLogsNameTheCallAndNothingElse() throws IOException {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
    http().send(Call.get(ApiFamily.QUERY, "/logged").parameter("where", "private-text"));
    // Everything that any test logged so far, as simplelogger.properties says.
    String log = Files.readString(Path.of("target/test.log"));
    assertThat(log)
        .contains("GET /api/query/logged answered 200 after")
        .doesNotContain("private-text");
    assertClean(log);
  }

  @Test
  void ordinaryWordsStay() {
    Redactor redactor = new Redactor(Credentials.of("u", "s", "1", Region.US).signIn());
    assertThat(redactor.clean("Your basic subscription has no sessions."))
        .isEqualTo("Your basic subscription has no sessions.");
  }

  @Test
  void aSecretIsFoundInEveryEncoding() {
    String secret = "a/b+c=d<e>&\"'é x";
    Redactor redactor = new Redactor(Credentials.of("user", secret, "1", Region.US).signIn());
    String basic =
        Base64.getEncoder().encodeToString(("user:" + secret).getBytes(StandardCharsets.UTF_8));
    List<String> echoes =
        List.of(
            secret,
            "a%2Fb%2Bc%3Dd%3Ce%3E%26%22%27%C3%A9%20x",
            "a%2fb%2bc%3dd%3ce%3e%26%22%27%c3%a9+x",
            // The slash kept, as Python's quote() does.
            "a/b%2Bc%3Dd%3Ce%3E%26%22%27%C3%A9%20x",
            "a%252Fb%252Bc%253Dd%253Ce%253E%2526%2522%2527%25C3%25A9%2520x",
            "a/b+c=d&lt;e&gt;&amp;&quot;&#39;é x",
            "a/b+c=d&lt;e&gt;&amp;&#34;&#x27;&#233; x",
            "a\\/b+c=d\\u003ce\\u003e\\u0026\\\"\\u0027\\u00e9 x",
            basic,
            basic.replace("=", ""),
            basic.replace("/", "_").replace("+", "-"),
            Parameter.encode(basic));
    for (String echo : echoes) {
      assertThat(redactor.clean("<" + echo + ">")).as(echo).matches("<\\*{8}(=|%3D)*>");
    }
  }

  @Test
  void valuesOfTheWrongFieldAreNotRepeated() {
    String secret = "Xq7vK2mN9pR4sT6wY8zA1bC3dE5fG7hJ";
    for (ThrowingCallable mistake :
        List.<ThrowingCallable>of(
            () -> Region.parse(secret),
            () -> Credentials.of("u", "s", secret, Region.US),
            () -> ProjectZone.parse(secret),
            () -> Endpoints.parse("https://proxy.example.com/?token=" + secret),
            () -> Endpoints.parse("https://me:" + secret + "@proxy.example.com/"))) {
      assertThatThrownBy(mistake)
          .isInstanceOf(MixpanelDataException.class)
          .extracting(error -> everythingOf((MixpanelDataException) error))
          .asString()
          .doesNotContain(secret);
    }
  }

  @Test
  void aSecretWithQuotesIsFoundInJson() {
    String secret = "a\"b\\c";
    Redactor redactor = new Redactor(Credentials.of("u", secret, "1", Region.US).signIn());
    assertThat(redactor.clean("{\"x\":\"a\\\"b\\\\c\"} " + secret))
        .isEqualTo("{\"x\":\"********\"} ********");
  }
}
