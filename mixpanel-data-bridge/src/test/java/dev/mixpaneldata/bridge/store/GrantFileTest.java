package dev.mixpaneldata.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.bridge.oauth.GrantState;
import dev.mixpaneldata.bridge.oauth.ServiceAccount;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantFileTest {
  private static final GrantState STATE =
      new GrantState(
          List.of(),
          Optional.empty(),
          Optional.of(new ServiceAccount("robot", Secret.of("hush-hush-hush"))));

  @TempDir private Path folder;

  @Test
  void readsBackWhatItWroteAndShowsNothingOfIt() throws IOException {
    GrantFile file = file("here", Map.of());
    file.write(STATE);

    assertThat(file("here", Map.of()).read()).isEqualTo(STATE);
    assertThat(Files.readString(file.path())).doesNotContain("hush").doesNotContain("robot");
    assertThat(file.keySource()).contains(TokenKeys.Source.FILE);
  }

  @Test
  void doesNotOpenForAnotherServer() {
    file("here", Map.of()).write(STATE);

    assertThatThrownBy(() -> file("there", Map.of()).read())
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void takesAPassphraseOfTheEnvironmentAndAsksForItAgain() {
    Map<String, String> environment = Map.of("MP_TOKEN_KEY", "correct horse battery staple");
    file("here", environment).write(STATE);

    assertThat(file("here", environment).read()).isEqualTo(STATE);
    assertThat(file("here", environment).keySource()).contains(TokenKeys.Source.ENVIRONMENT);
    assertThatThrownBy(() -> file("here", Map.of()).read()).hasMessageContaining("MP_TOKEN_KEY");
    assertThatThrownBy(() -> file("here", Map.of("MP_TOKEN_KEY", "wrong")).read())
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void asksTheKeyringByItsCommandAndGivesSecretsToItsInputAlone() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path log = folder.resolve("log");
    Path tool = bin.resolve("secret-tool");
    Files.writeString(
        tool,
        "#!/bin/sh\necho \"$@\" >> '%s'\ncase $1 in store) /bin/cat > '%s/key';; lookup) /bin/cat '%s/key';; esac\n"
            .formatted(log, bin, bin));
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = Map.of("PATH", bin.toString());

    file("here", environment).write(STATE);

    assertThat(file("here", environment).read()).isEqualTo(STATE);
    assertThat(file("here", environment).keySource()).contains(TokenKeys.Source.KEYRING);
    assertThat(Files.readString(log)).doesNotContain(Files.readString(bin.resolve("key")));
    assertThat(folder.resolve("grants/token.key")).doesNotExist();
  }

  @Test
  void doesNotWaitForALockedKeyring() throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path tool = bin.resolve("secret-tool");
    Files.writeString(tool, "#!/bin/sh\nexec /bin/sleep 600\n");
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));

    GrantFile file = file("here", Map.of("PATH", bin.toString()));
    file.write(STATE);

    assertThat(file.keySource()).contains(TokenKeys.Source.FILE);
  }

  @Test
  void refusesASymbolicLink() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "{}");
    Files.createDirectories(folder.resolve("grants"));
    Files.createSymbolicLink(folder.resolve("grants/work.grant"), elsewhere);

    assertThatThrownBy(() -> file("here", Map.of()).read()).hasMessageContaining("symbolic link");
    assertThatThrownBy(() -> file("here", Map.of()).write(STATE))
        .hasMessageContaining("symbolic link");
    assertThat(Files.readString(elsewhere)).isEqualTo("{}");
  }

  private GrantFile file(String belongsTo, Map<String, String> environment) {
    Path grants = folder.resolve("grants");
    return new GrantFile(
        grants.resolve("work.grant"), belongsTo, new TokenKeys(environment, grants));
  }
}
