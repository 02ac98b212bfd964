package dev.mixpaneldata.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.vendor.AgreeingUser;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account of Mixpanel's own APIs that signs in by the browser. */
class LoginCommandTest {
  private static final String[] QUERY = {
    "query", "segmentation", "-e", "Sign Up", "--from", "2026-01-05", "--to", "2026-01-07"
  };

  @TempDir private Path home;
  private final FakeVendor vendor = FakeVendor.mixpanel();
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .dataset(Dataset.demo(LocalDate.of(2026, 1, 31)))
          .bearerTokens(vendor::accepts)
          .start();

  @AfterEach
  void stop() {
    vendor.close();
    mixpanel.close();
  }

  @Test
  void signsInAsksMixpanelRenewsAndSignsOut() throws IOException {
    TestingMp.Ended in = login();
    assertThat(in.status()).as(in.err()).isZero();
    assertThat(in.out()).contains("\"project_id\": \"" + mixpanel.projectId() + "\"");
    assertThat(vendor.requests()).contains("GET /oauth/authorize");
    assertThat(Files.readString(home.resolve("config.toml")))
        .contains("sign_in = \"browser\"")
        .doesNotContain("secret");

    assertThat(ok(QUERY).out()).contains("Sign Up");
    vendor.tokensLive(30);
    assertThat(login().status()).isZero();
    int before = vendor.refreshes();
    assertThat(ok(QUERY).out()).contains("Sign Up");
    assertThat(vendor.refreshes()).isGreaterThan(before);
    TestingMp.Ended shown = ok("auth", "show");
    assertThat(shown.out()).contains("browser sign-in").doesNotContain(vendor.secrets());
    for (Path file : List.of(home.resolve("logins/work.grant"), home.resolve("config.toml"))) {
      assertThat(Files.readString(file)).doesNotContain(vendor.secrets());
    }

    assertThat(ok("logout", "work").err()).contains("End it there, too: Mixpanel");
    assertThat(Files.exists(home.resolve("logins/work.grant"))).isFalse();
    TestingMp.Ended out = mp().run(QUERY);
    assertThat(out.status()).isEqualTo(2);
    assertThat(out.err())
        .contains("The sign-in of the account 'work' is missing or has ended.")
        .contains("Sign in again with mp login");
    assertThat(login().status()).isZero();
    assertThat(ok(QUERY).out()).contains("Sign Up");
  }

  @Test
  void aGrantThatWasEndedAtMixpanelIsMetWithTheCommand() {
    assertThat(login().status()).isZero();
    vendor.tokensLive(30);
    assertThat(login().status()).isZero();
    vendor.endGrants();

    TestingMp.Ended ended = mp().run(QUERY);

    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("AUTH_FAILED").contains("mp login");
    assertThat(ended.err()).doesNotContain(vendor.secrets());
  }

  @Test
  void refusesAnAccountWithASecretOfItsOwn() throws IOException {
    Files.writeString(
        home.resolve("config.toml"),
        "[accounts.work]\nusername = \"u\"\nsecret = \"hush\"\nproject_id = \"1\"\n");

    assertThat(login().err()).contains("has a secret of its own");
    TestingMp.Ended out = mp().run("logout", "work");
    assertThat(out.status()).isEqualTo(3);
    assertThat(out.err()).contains("was not signed in by the browser");
  }

  @Test
  void thePythonToolsCommandsSignInPrintTheTokenAndSignOut() {
    assertThat(ok("auth", "status").out().strip()).isEqualTo("[]");
    TestingMp mp = mp();
    TestingMp.Ended in =
        mp.input(new CopyingUser(mp.err))
            .run("auth", "login", "--no-browser", "--url", vendor.url().toString());
    assertThat(in.status()).as(in.err()).isZero();
    assertThat(in.out()).contains("\"authenticated\": true").doesNotContain(vendor.secrets());

    String token = ok("auth", "token").out().strip();
    assertThat(vendor.accepts(token)).isTrue();
    assertThat(ok("auth", "token", "--region", "us").out().strip()).isEqualTo(token);
    assertThat(mp().run("auth", "token", "--region", "eu").status()).isEqualTo(4);
    assertThat(ok("auth", "status").out())
        .contains("\"account\": \"mixpanel\"", "\"is_expired\": false")
        .doesNotContain(token);

    assertThat(ok("auth", "logout", "--region", "eu").out().strip()).isEqualTo("[]");
    assertThat(ok("auth", "logout").out()).contains("\"removed\": true");
    assertThat(ok("auth", "status").out()).contains("\"authenticated\": false");
    assertThat(mp().run("auth", "token").status()).isEqualTo(2);
  }

  @Test
  void aServiceAccountHasNoToken() throws IOException {
    Files.writeString(
        home.resolve("config.toml"),
        "[accounts.work]\nusername = \"u\"\nsecret = \"hush\"\nproject_id = \"1\"\n");
    TestingMp.Ended token = mp().run("auth", "token", "--account", "work");
    assertThat(token.status()).isEqualTo(3);
    assertThat(token.out() + token.err()).doesNotContain("hush");
  }

  /** Runs {@code mp login work --no-browser} for a user who visits the page and copies back. */
  private TestingMp.Ended login() {
    TestingMp mp = mp();
    return mp.input(new CopyingUser(mp.err))
        .run("login", "work", "--no-browser", "--url", vendor.url().toString());
  }

  private TestingMp.Ended ok(String... arguments) {
    TestingMp.Ended ended = mp().run(arguments);
    assertThat(ended.status()).as(ended.err()).isZero();
    return ended;
  }

  private TestingMp mp() {
    TestingMp mp = new TestingMp().opening();
    environment().forEach(mp::with);
    return mp;
  }

  private Map<String, String> environment() {
    return Map.of(
        "MP_API_BASE_URL", mixpanel.origin().toString(),
        "MP_CONFIG_PATH", home.resolve("config.toml").toString(),
        "MP_DATA_DIR", home.resolve("data").toString());
  }

  /** Standard input of a user who opens the printed page and copies the address it leads to. */
  private static final class CopyingUser extends InputStream {
    private static final Pattern PAGE = Pattern.compile("http://\\S+/oauth/authorize\\S*");

    private final StringWriter printed;
    private InputStream copied = InputStream.nullInputStream();
    private boolean visited;

    CopyingUser(StringWriter printed) {
      this.printed = printed;
    }

    @Override
    public int read() throws IOException {
      Matcher page = PAGE.matcher(printed.toString());
      if (!visited && page.find()) {
        visited = true;
        StringBuilder address = new StringBuilder("http://localhost:1/callback?x=y");
        AgreeingUser.visit(URI.create(page.group()))
            .forEach((name, value) -> address.append('&').append(name).append('=').append(value));
        copied = new ByteArrayInputStream((address + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return copied.read();
    }
  }
}
