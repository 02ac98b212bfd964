package dev.mixpaneldata.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  @Test
  void equalWhenAllPartsAre() {
    Credentials one = Credentials.of("u", "s", "1", Region.US);
    assertThat(one).isEqualTo(Credentials.of(" u ", "s\n", " 1", Region.US));
    assertThat(one).isNotEqualTo(Credentials.of("u", "other", "1", Region.US));
    assertThat(Secret.of("s")).isNotEqualTo("s").hasSameHashCodeAs(Secret.of(" s"));
  }

  @Test
  void aSecretIsMaskedWhenPrinted() {
    assertThat(Credentials.of("u", "hunter2", "1", Region.US).toString())
        .isEqualTo(
            "Credentials[signIn=ServiceAccount[username=u, secret=********], projectId=1, region=us]");
  }

  @Test
  void aBearerTokenIsASignInOfItsOwn() {
    Credentials token = new Credentials(BearerToken.of("abc.def\n"), "1", Region.EU);
    assertThat(token.signIn().authorization().reveal()).isEqualTo("Bearer abc.def");
    assertThat(token.toString()).doesNotContain("abc").contains(Secret.MASK);
    assertThatThrownBy(() -> BearerToken.of("Bearer abc.def"))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageNotContaining("abc");
  }

  @Test
  void whatCannotWorkIsRefusedWithoutShowingTheSecret() {
    assertThatThrownBy(() -> Credentials.of("", "s", "1", Region.US))
        .isInstanceOf(MixpanelDataException.class);
    assertThatThrownBy(() -> Credentials.of("user:secret", "s", "1", Region.US))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageNotContaining("user:secret");
    assertThatThrownBy(() -> Credentials.of("u", " ", "1", Region.US))
        .isInstanceOf(MixpanelDataException.class);
    assertThatThrownBy(() -> Credentials.of("u", "s", "my project", Region.US))
        .hasMessageContaining("'my project'");
  }
}
