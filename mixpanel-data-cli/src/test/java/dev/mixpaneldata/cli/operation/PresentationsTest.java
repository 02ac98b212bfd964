package dev.mixpaneldata.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PresentationsTest {
  private final CommandLine mp = CommandLines.complete(new TestingMp().context());

  @Test
  void everyOperationIsACommandOrOnTheListOfHandWrittenOnes() {
    for (OperationSpec<?, ?> operation : Operations.all()) {
      CommandLine line = mp;
      for (String word : operation.command().split(" ")) {
        line =
            Objects.requireNonNull(
                line.getSubcommands().get(word),
                () -> "There is no mp " + operation.command() + " for " + operation.id());
      }
      boolean derived = line.getCommand() instanceof DerivedCommand<?, ?>;
      assertThat(derived)
          .as(operation.id())
          .isNotEqualTo(HandWritten.REASONS.containsKey(operation.id()));
    }
  }

  @Test
  void handWrittenOperationsExistAndHaveAReason() {
    assertThat(HandWritten.REASONS)
        .allSatisfy(
            (id, reason) -> {
              assertThat(Operations.find(id)).as(id).isPresent();
              assertThat(reason).isNotBlank();
            });
  }

  @Test
  void presentationsNameWhatExists() {
    Map<String, Set<String>> known =
        Operations.all().stream()
            .collect(
                Collectors.toMap(
                    OperationSpec::id,
                    o ->
                        o.parameters().stream()
                            .map(ParameterDescription::name)
                            .collect(Collectors.toSet())));
    Presentations.BY_OPERATION.forEach(
        (id, presentation) -> {
          assertThat(known).as("operation of a presentation").containsKey(id);
          assertThat(known.get(id)).as(id).containsAll(presentation.names().keySet());
        });
  }

  @Test
  void everyDerivedCommandHasAnExampleThatNamesIt() {
    for (OperationSpec<?, ?> operation : Operations.all()) {
      if (!HandWritten.REASONS.containsKey(operation.id())) {
        List<String> examples = Presentations.of(operation.id()).examples();
        assertThat(examples).as(operation.id()).isNotEmpty();
        assertThat(examples).allMatch(e -> e.startsWith("mp " + operation.command()));
      }
    }
  }
}
