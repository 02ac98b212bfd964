package dev.mixpaneldata.bridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.bridge.net.AddressRules;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.HttpServer;
import dev.mixpaneldata.testkit.http.Reply;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What metadata may not say. */
class SignInTest {
  @ParameterizedTest
  @CsvSource({
    "https://evil.example.com/mcp, ORIGIN, S256, another resource",
    "ORIGIN/mc, ORIGIN, S256, another resource",
    "ORIGIN/mcp, https://evil.example.com, S256, metadata of the authorization server",
    "ORIGIN/mcp, ORIGIN, plain, no PKCE",
  })
  void refusesForeignResourcesIssuersAndDowngrades(
      String resource, String issuer, String method, String message) {
    AtomicReference<String> origin = new AtomicReference<>("");
    try (HttpServer server =
        HttpServer.start(
            request -> {
              String text =
                  request.path().contains("protected-resource")
                      ? "{\"resource\":\"%s\",\"authorization_servers\":[\"ORIGIN\"]}"
                          .formatted(resource)
                      : """
                      {"issuer":"%s","authorization_endpoint":"ORIGIN/a","token_endpoint":"ORIGIN/t",
                      "code_challenge_methods_supported":["%s"]}\
                      """
                          .formatted(issuer, method);
              return Reply.of(Answer.json(200, text.replace("ORIGIN", origin.get())));
            })) {
      origin.set(server.origin().toString());
      URI mcp = URI.create(origin + "/mcp");
      WebClient web = new WebClient(AddressRules.around(mcp));

      assertThatThrownBy(() -> Discovery.of(mcp, Challenge.NONE, Set.of(), web))
          .isInstanceOf(MixpanelDataException.class)
          .hasMessageContaining(message);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mcp.example.com/x",
        "https://127.0.0.1/x",
        "https://10.1.2.3/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/x",
        "https://100.64.0.1/x",
        "https://user:secret@mcp.example.com/x",
        "file:///etc/passwd",
      })
  void aPublicServerMayNotLeadIntoAPrivateNetwork(String address) {
    AddressRules rules = AddressRules.around(URI.create("https://192.0.2.1/mcp"));

    assertThatThrownBy(() -> rules.check(URI.create(address)))
        .isInstanceOf(MixpanelDataException.class)
        .message()
        .doesNotContain("secret");
  }

  @Test
  void takesThePastedAddressInEveryForm() {
    for (String pasted :
        List.of(
            "http://localhost:19284/callback?code=a%2Bb&state=s#x",
            "?code=a%2Bb&state=s", " code=a%2Bb&state=s ")) {
      assertThat(RedirectParameters.ofPasted(pasted))
          .containsEntry("code", "a+b")
          .containsEntry("state", "s");
    }
  }
}
