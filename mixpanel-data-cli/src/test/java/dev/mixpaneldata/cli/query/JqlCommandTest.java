package dev.mixpaneldata.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.cli.TestingProject;
import dev.mixpaneldata.jql.JqlResult;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JqlCommandTest {
  @TempDir Path folder;

  /** Answers with the script and the parameters it got. */
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .jql((script, params) -> "[{\"script\": \"" + script + "\", \"params\": " + params + "}]")
          .start();

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private TestingMp mp() {
    return new TestingProject(mixpanel, folder).mp();
  }

  private String params(String... arguments) {
    TestingMp.Ended ended = mp().run(arguments);
    assertThat(ended.err()).isEqualTo("Note: " + JqlResult.MAINTENANCE + "\n");
    return ended.out().replaceAll("\\s", "");
  }

  @Test
  void theScriptComesFromAFileATextOrStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("s.js"), "of a file");
    String[] ask = {"query", "jql", file.toString(), "--jq", ".raw[0].script"};
    assertThat(mp().run(ask).out()).isEqualTo("\"of a file\"\n");
    assertThat(mp().run("query", "jql", "-c", "of a text", "--jq", ".raw[0].script").out())
        .isEqualTo("\"of a text\"\n");
    assertThat(mp().input("piped").run("query", "jql", "-", "--jq", ".raw[0].script").out())
        .isEqualTo("\"piped\"\n");
  }

  @Test
  void parametersAreTextsOneByOneAndAnythingInAnObject() throws IOException {
    String jq = ".raw[0].params";
    assertThat(params("query", "jql", "-c", "x", "-P", "a=1", "-P", "b=x=y", "--jq", jq))
        .isEqualTo("{\"a\":\"1\",\"b\":\"x=y\"}");
    assertThat(params("query", "jql", "-c", "x", "--params", "{\"a\":1}", "-P", "b=2", "--jq", jq))
        .isEqualTo("{\"a\":1,\"b\":\"2\"}");
    Path file = Files.writeString(folder.resolve("p.json"), "{\"n\": 9007199254740993}");
    assertThat(params("query", "jql", "-c", "x", "--params", "@" + file, "--jq", jq))
        .startsWith("{\"n\":900719925474099");
  }

  @Test
  void mistakesAreToldBeforeACallIsSpent() {
    assertThat(mp().run("query", "jql").err()).contains("No script is given.", "Hint: Give a file");
    assertThat(mp().run("query", "jql", "gone.js").err()).contains("'gone.js' cannot be read");
    assertThat(mp().run("query", "jql", "f.js", "-c", "x").err()).contains("Two scripts");
    TestingMp.Ended ended = mp().run("query", "jql", "-c", "x", "-P", "plain");
    assertThat(ended.err()).contains("'plain' has no name and value", "--param name=text");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(mp().run("query", "jql", "-c", "x", "--params", "[1]").err())
        .contains("--params is not a JSON object");
    assertThat(mixpanel.requests()).isEmpty();
  }
}
