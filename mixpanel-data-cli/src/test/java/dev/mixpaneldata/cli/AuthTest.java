package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
                .run("auth", "add", "ci", "-u", "me.sa", "-p", "7", "--secret-stdin")
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
