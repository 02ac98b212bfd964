package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthTest {
  private static final String SECRET = "s3cret-s3cret-s3cret-s3cret-s3cr";

  @TempDir Path folder;

  private TestingMp mp() {
    return new TestingMp().with("MP_CONFIG_PATH", folder.resolve("config.toml").toString());
  }

  private TestingMp.Ended add(String name) {
    return mp().with("MP_SECRET", SECRET)
        .run("auth", "add", name, "-u", "me.sa", "-p", "7", "-r", "EU");
  }

  @Test
  void anAccountIsSavedAndListedWithoutItsSecret() throws IOException {
    TestingMp.Ended added = add("work");
    assertThat(added.status()).isZero();
    assertThat(added.out()).isEqualTo("{\n  \"added\": \"work\",\n  \"is_default\": true\n}\n");
    assertThat(added.err()).contains("mp auth test work").doesNotContain(SECRET);
    assertThat(mp().run("auth", "list", "-f", "csv").out())
        .isEqualTo("name,username,project_id,region,is_default\r\nwork,me.sa,7,eu,true\r\n");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("config.toml"))))
        .isEqualTo("rw-------");
  }

  @Test
  void theSecretMayComeFromStandardInput() throws IOException {
    assertThat(
            mp().input(SECRET + "\n")
                .run("auth", "add", "ci", "-u", "me.sa", "-p", "7", "-r", "us", "--secret-stdin")
                .status())
        .isZero();
    assertThat(Files.readString(folder.resolve("config.toml"))).contains(SECRET);
  }

  @Test
  void whatIsNoSecretIsRefused() {
    assertThat(
            mp().input("x".repeat(5000))
                .run("auth", "add", "ci", "-u", "me.sa", "-p", "7", "--secret-stdin")
                .err())
        .contains("more than 1024 bytes");
    TestingMp.Ended none = mp().run("auth", "add", "ci", "-u", "me.sa", "-p", "7");
    assertThat(none.status()).isEqualTo(3);
    assertThat(none.err()).contains("--secret-stdin");
    assertThat(folder.resolve("config.toml")).doesNotExist();
  }

  @Test
  void theSecretIsNoArgument() {
    assertThat(mp().run("auth", "add", "ci", "--secret", SECRET).status()).isEqualTo(3);
  }

  @Test
  void showMasksTheSecret() {
    add("work");
    assertThat(mp().run("auth", "show", "work").out())
        .contains("\"secret\": \"********\"", "\"is_default\": true")
        .doesNotContain(SECRET);
  }

  @Test
  void switchingAndRemoving() {
    add("work");
    add("play");
    assertThat(mp().run("auth", "switch", "play").out())
        .isEqualTo("{\n  \"default\": \"play\"\n}\n");
    assertThat(mp().run("auth", "list", "--jq", ".[]|select(.is_default)|.name").out())
        .isEqualTo("\"play\"\n");
    assertThat(mp().atTerminal().input("no\n").run("auth", "remove", "play").status()).isEqualTo(1);
    assertThat(mp().run("auth", "remove", "play", "--force").out())
        .contains("\"removed\": \"play\"");
    assertThat(mp().run("auth", "remove", "play", "--force").status()).isEqualTo(4);
  }

  private static FakeMixpanel mixpanel() {
    return FakeMixpanel.builder()
        .projectId(4711)
        .serviceAccount("me.sa", SECRET)
        .bearerToken("abc.def")
        .domain("eu.mixpanel.com")
        .start();
  }

  @Test
  void regionAndProjectAreFoundByAsking() {
    try (FakeMixpanel mixpanel = mixpanel()) {
      TestingMp mp = mp().with("MP_API_BASE_URL", mixpanel.origin().toString());
      TestingMp.Ended added =
          mp.with("MP_SECRET", SECRET).run("auth", "add", "work", "-u", "me.sa");
      assertThat(added.err()).contains("The project is Demo Shop (4711, eu).");
      assertThat(mp().run("auth", "list", "-f", "csv").out()).contains("work,me.sa,4711,eu,true");
      TestingMp.Ended foreign =
          mp().with("MP_API_BASE_URL", mixpanel.origin().toString())
              .with("MP_SECRET", SECRET)
              .run("auth", "add", "other", "-u", "me.sa", "-p", "8");
      assertThat(foreign.status()).isEqualTo(2);
      assertThat(foreign.err()).contains("does not reach project 8", "Demo Shop (4711, eu)");
      TestingMp.Ended wrong =
          mp().with("MP_API_BASE_URL", mixpanel.origin().toString())
              .with("MP_SECRET", "wrong-" + SECRET)
              .run("auth", "add", "other", "-u", "me.sa", "-p", "4711");
      assertThat(wrong.err()).contains("AUTH_FAILED").doesNotContain(SECRET);
      assertThat(mp().run("auth", "list", "-f", "csv").out()).doesNotContain("other");
    }
  }

  @Test
  void whereNobodyAnswersTheGivenProjectIsSavedWithTheUsualRegion() {
    TestingMp.Ended added =
        mp().with("MP_API_BASE_URL", "http://127.0.0.1:9")
            .with("MP_SECRET", SECRET)
            .run("auth", "add", "work", "-u", "me.sa", "-p", "7");
    assertThat(added.status()).isZero();
    assertThat(added.err()).contains("saved with the region us");
  }

  @Test
  void aBearerTokenOfTheEnvironmentSignsCalls() {
    try (FakeMixpanel mixpanel = mixpanel()) {
      TestingMp mp =
          mp().opening()
              .with("MP_API_BASE_URL", mixpanel.origin().toString())
              .with("MP_DATA_DIR", folder.toString())
              .with("MP_OAUTH_TOKEN", "abc.def")
              .with("MP_PROJECT_ID", "4711");
      assertThat(mp.run("inspect", "events").status()).isZero();
      TestingMp.Ended shown =
          mp().with("MP_OAUTH_TOKEN", "abc.def").with("MP_PROJECT_ID", "4711").run("auth", "show");
      assertThat(shown.out()).contains("bearer token").doesNotContain("abc.def");
      TestingMp.Ended old =
          mp().opening()
              .with("MP_API_BASE_URL", mixpanel.origin().toString())
              .with("MP_DATA_DIR", folder.toString())
              .with("MP_OAUTH_TOKEN", "old.old")
              .with("MP_PROJECT_ID", "4711")
              .run("inspect", "events");
      assertThat(old.err()).contains("AUTH_FAILED", "Get a new token").doesNotContain("old.old");
    }
  }

  @Test
  void targetsAreSavedUsedAndForgotten() {
    add("work");
    assertThat(mp().run("target", "add", "web", "--account", "work", "--project", "8").out())
        .contains("\"added\": \"web\"");
    mp().run("target", "add", "view", "--account", "work", "--workspace-id", "77");
    assertThat(mp().run("--target", "web", "auth", "show").out())
        .contains("\"project_id\": \"8\"", "\"target\": \"web\"");
    assertThat(mp().run("target", "use", "view").status()).isZero();
    assertThat(mp().run("auth", "show").out())
        .contains("\"project_id\": \"7\"", "\"workspace_id\": 77");
    assertThat(mp().run("target", "list", "-f", "csv").out())
        .isEqualTo(
            "name,account,project_id,workspace_id,in_use\r\n"
                + "web,work,8,,false\r\nview,work,,77,true\r\n");
    assertThat(mp().run("target", "remove", "view", "--force").status()).isZero();
    assertThat(mp().run("auth", "show", "--target", "view").status()).isEqualTo(4);
    assertThat(mp().run("auth", "show").out()).contains("\"project_id\": \"7\"");
  }

  @Test
  void anEmptyListSaysWhatToDo() {
    TestingMp.Ended ended = mp().run("auth", "list");
    assertThat(ended.out()).isEqualTo("[]\n");
    assertThat(ended.err()).contains("mp auth add NAME");
  }

  @Test
  void testingWithoutCredentialsSaysHowToGiveThem() {
    TestingMp.Ended ended = mp().run("auth", "test");
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("Error [CREDENTIALS_MISSING]").contains("MP_USERNAME");
  }
}
