package dev.mixpaneldata.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyConnectionTest {
  private static boolean isCalling(String command) {
    return EarlyConnection.isCalling(Arrays.asList(command.split(" ")));
  }

  @Test
  void everyCommandThatMayCallMixpanelPrepares() {
    assertThat(Operations.all())
        .filteredOn(o -> o.command().startsWith("inspect ") || o.is(Trait.REPORT))
        .allSatisfy(o -> assertThat(isCalling(o.command())).as(o.command()).isEqualTo(mayCall(o)));
  }

  private static boolean mayCall(OperationSpec<?, ?> operation) {
    boolean local =
        operation.id().equals("clear_discovery_cache")
            || List.of("TABLES").contains(operation.family().name());
    return !local;
  }

  @Test
  void localCommandsAndHelpDoNot() {
    for (String command :
        List.of("query sql x", "--version", "query funnel --help", "query funnel --local jan")) {
      assertThat(isCalling(command)).as(command).isFalse();
    }
    assertThat(isCalling("-q query segmentation -e A")).isTrue();
  }
}
