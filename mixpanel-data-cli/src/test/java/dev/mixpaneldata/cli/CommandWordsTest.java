package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.cli.operation.CommandWords;
import dev.mixpaneldata.error.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class CommandWordsTest {
  private static final CommandContext CONTEXT = new TestingMp().context();
  private static final CommandWords WORDS = new CommandWords(CONTEXT);
  private static final CommandLine MP = CommandLines.complete(CONTEXT);

  @ParameterizedTest
  @EnumSource
  void everyReferenceIsACommandOrAnOption(Reference reference) {
    String words = WORDS.name(reference).orElseThrow();
    if (reference.parameter().isPresent()) {
      assertThat(words).startsWith("--");
    } else {
      CommandLine command = MP;
      for (String word : words.substring("mp ".length()).split(" ")) {
        command = command.getSubcommands().get(word);
        assertThat(command).as(words).isNotNull();
      }
    }
  }

  @Test
  void choicesAreOptionsOrTheirValues() {
    assertThat(WORDS.name(Reference.APPEND_EVENTS)).contains("--append");
    assertThat(WORDS.name(Reference.LIVE_SOURCE)).contains("--source live");
    assertThat(WORDS.name(Reference.FUNNEL_STEPS)).contains("--steps");
    assertThat(WORDS.name(Reference.ACCOUNT)).contains("--account");
    assertThat(WORDS.name(Reference.FETCH_EVENTS)).contains("mp fetch events");
  }
}
