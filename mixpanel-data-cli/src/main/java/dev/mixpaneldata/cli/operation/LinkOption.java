package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.app.links.LinkOutcome;
import dev.mixpaneldata.app.links.LinkRequest;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.report.Cohort;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The option {@code --link} of reports that have a definition: the address of the same report in
 * Mixpanel's web application. The answer does not depend on it.
 */
final class LinkOption {
  private final OptionSpec option =
      OptionSpec.builder("--link")
          .type(boolean.class)
          .description("Also print the report's address in Mixpanel, on standard error.")
          .build();

  OptionSpec spec() {
    return option;
  }

  /** Prints the address, or why there is none, if it was asked for. */
  <Q extends Record> void say(
      CommandContext context, OperationSpec<Q, ?> operation, Q request, Optional<Cohort> cohort) {
    if (!Boolean.TRUE.equals(option.getValue())) {
      return;
    }
    LinkOutcome outcome =
        context
            .workspace()
            .app()
            .links()
            .attempt(
                () ->
                    LinkRequest.of(
                        DefinitionOption.definition(operation, request, cohort).params()));
    outcome.reportUrl().ifPresent(url -> context.say("In Mixpanel: " + url));
    outcome.reportUrlError().ifPresent(reason -> context.say("No link: " + reason));
  }
}
