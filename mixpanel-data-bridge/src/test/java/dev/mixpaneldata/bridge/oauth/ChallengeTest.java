package dev.mixpaneldata.bridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  @Test
  void findsTheMetadataBehindAQuotedTextWithCommas() {
    Challenge challenge =
        Challenge.parse(
            List.of(
                "Bearer error=\"invalid_token\", error_description=\"It is invalid, expired, or"
                    + " \\\"gone\\\". To resolve: sign in\","
                    + " resource_metadata=\"https://mcp.example.com/.well-known/x/mcp\""));

    assertThat(challenge.resourceMetadata()).contains("https://mcp.example.com/.well-known/x/mcp");
    assertThat(challenge.parameters().get("error_description")).contains("or \"gone\". To");
  }

  @Test
  void findsBearerAmongOtherSchemesInAnyCaseAndOrder() {
    Challenge challenge =
        Challenge.parse(
            List.of(
                "Basic realm=\"a, Bearer scope=wrong\"",
                "Negotiate, bearer Scope=\"one two\",error=insufficient_scope"));

    assertThat(challenge.scopes()).containsExactly("one", "two");
    assertThat(challenge.isInsufficientScope()).isTrue();
  }

  @Test
  void takesAnythingElseForNothing() {
    for (String text : List.of("", "Bearer", "Bearer =", "\"", "Bearer a=\"unfinished", ",,,")) {
      assertThat(Challenge.parse(List.of(text)).resourceMetadata()).as(text).isEmpty();
    }
    assertThat(Challenge.parse(List.of())).isEqualTo(Challenge.NONE);
  }
}
