package dev.mixpaneldata.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path home;

  @Test
  void theHomeDirectoryIsThatOfTheEnvironment() {
    Settings settings = Settings.of(Map.of("HOME", home.toString()));
    assertThat(settings.configFile()).isEqualTo(home.resolve(".mp/config.toml"));
    assertThat(settings.dataDirectory()).isEqualTo(home.resolve(".mp/data"));
  }

  @Test
  void elseItIsWhatTheSystemSays() {
    Path known = Path.of(System.getProperty("user.home"), ".mp", "config.toml");
    assertThat(Settings.of(Map.of()).configFile()).isEqualTo(known);
    assertThat(Settings.of(Map.of("HOME", "somewhere")).configFile()).isEqualTo(known);
  }

  @Test
  void aPathThatIsGivenComesFirst() {
    Map<String, String> environment =
        Map.of("HOME", home.toString(), "MP_CONFIG_PATH", home.resolve("own.toml").toString());
    assertThat(Settings.of(environment).configFile()).isEqualTo(home.resolve("own.toml"));
  }
}
