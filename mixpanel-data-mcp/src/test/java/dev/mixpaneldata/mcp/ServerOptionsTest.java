package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.mcp.tool.Toolset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {
  private static ServerOptions parse(String... arguments) {
    return ServerOptions.parse(List.of(arguments), Map.of());
  }

  @Test
  void standardInputAndOutputUnlessToldOtherwise() {
    ServerOptions options = parse();
    assertThat(options.transport()).isEqualTo(ServerOptions.Transport.STDIO);
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(5000);
    assertThat(options.access().toolsets())
        .doesNotContain(Toolset.KLAVIS, Toolset.ANNOTATIONS, Toolset.DASHBOARDS);
  }

  @Test
  void thePortComesFromTheOptionOrTheEnvironment() {
    Map<String, String> environment = Map.of("MIXPANEL_MCP_SERVER_PORT", "8123");
    assertThat(ServerOptions.parse(List.of(), environment).port()).isEqualTo(8123);
    assertThat(ServerOptions.parse(List.of("--port=9000"), environment).port()).isEqualTo(9000);
    assertThatThrownBy(() -> parse("--port", "many")).hasMessageContaining("'many'");
  }

  @Test
  void whatIsUnknownIsRefused() {
    assertThatThrownBy(() -> parse("--portt", "1")).hasMessageContaining("--portt");
    assertThatThrownBy(() -> parse("--transport", "pigeon")).hasMessageContaining("pigeon");
    assertThatThrownBy(() -> parse("--toolsets", "report")).hasMessageContaining("report");
    assertThatThrownBy(() -> parse("--account")).hasMessageContaining("needs a value");
  }

  @Test
  void theLogHasALevel() {
    assertThat(parse().logLevel()).isEmpty();
    assertThat(parse("--log-level", "INFO").logLevel()).contains(ServerOptions.LogLevel.INFO);
    assertThat(parse("--log-level=warning").logLevel()).contains(ServerOptions.LogLevel.WARN);
    assertThatThrownBy(() -> parse("--log-level", "loud")).hasMessageContaining("'loud'");
  }

  @Test
  void sseIsServedBesideHttp() {
    assertThat(parse("--transport", "sse").transport()).isEqualTo(ServerOptions.Transport.HTTP);
    assertThat(parse("--transport", "http").transport()).isEqualTo(ServerOptions.Transport.HTTP);
  }

  @Test
  void toolsetsAreAListOfNames() {
    assertThat(parse("--toolsets", "tables, klavis").access().toolsets())
        .containsExactlyInAnyOrder(Toolset.TABLES, Toolset.KLAVIS);
    assertThat(parse("--toolsets", "all").access().toolsets()).contains(Toolset.values());
  }
}
