package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolReferenceTest {
  private static final Path PAGE = Path.of("../docs/reference/tools.md");

  @Test
  void theReferenceIsWhatTheCodeSays() throws IOException {
    Chain chain = new Chain(AccessRules.usual(), new AuditLog(Optional.empty(), Clock.systemUTC()));
    String page = ToolReference.page(Toolbox.withConnections(chain, NoConnections.tools()).all());
    if (Boolean.getBoolean("tools.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
