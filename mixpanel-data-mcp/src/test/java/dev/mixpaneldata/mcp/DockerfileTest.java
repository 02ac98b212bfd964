package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the image promises, read from its Dockerfile: machines without Docker check that much. */
class DockerfileTest {
  private static final Path ROOT = Path.of("..");

  private static List<String> instructions() throws IOException {
    String text = Files.readString(ROOT.resolve("Dockerfile"));
    return text.replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", "").lines().toList();
  }

  private static String only(String keyword) throws IOException {
    return instructions().stream()
        .filter(line -> line.startsWith(keyword + " "))
        .map(line -> line.substring(keyword.length() + 1))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void itServesHttpOnPort5000AsNobody() throws IOException {
    assertThat(only("USER")).isEqualTo("65534:65534");
    assertThat(only("EXPOSE")).isEqualTo("5000");
    assertThat(only("ENV")).contains("MIXPANEL_MCP_SERVER_PORT=5000", "MP_DATA_DIR=/data");
    assertThat(only("VOLUME")).isEqualTo("/data");
    List<String> command = new ArrayList<>();
    for (JsonNode word : Mappers.read(only("ENTRYPOINT"))) {
      command.add(word.asText());
    }
    int main = command.indexOf(McpServerMain.class.getName());
    assertThat(main).isPositive();
    ServerOptions options =
        ServerOptions.parse(
            command.subList(main + 1, command.size()), Map.of("MIXPANEL_MCP_SERVER_PORT", "5000"));
    assertThat(options.transport()).isEqualTo(ServerOptions.Transport.HTTP);
    assertThat(options.host()).isEqualTo("0.0.0.0");
    assertThat(options.port()).isEqualTo(5000);
  }

  @Test
  void itsHealthIsAskedOfTheServerItself() throws IOException {
    String check = only("HEALTHCHECK");
    JsonNode command = Mappers.read(check.substring(check.indexOf('[')));
    assertThat(command.get(2).asText())
        .contains("/dev/tcp/127.0.0.1/$MIXPANEL_MCP_SERVER_PORT", "GET /health HTTP/1.0");
  }

  @Test
  void whatTheImageTakesIsThere() throws IOException {
    for (String line : instructions()) {
      if (line.contains("-pl ")) {
        assertThat(ROOT.resolve(line.replaceAll(".*-pl (\\S+).*", "$1"))).isDirectory();
      }
    }
    assertThat(Files.readString(ROOT.resolve(".dockerignore"))).contains(".env", ".git");
  }
}
