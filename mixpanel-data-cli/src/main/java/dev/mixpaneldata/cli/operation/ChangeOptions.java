package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.ChangeGuard;
import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Subject;
import dev.mixpaneldata.cli.command.CommandContext;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The care of commands that change what Mixpanel keeps: a dry run, a question, a refusal. */
final class ChangeOptions {
  private final OptionSpec dryRun =
      flag("--dry-run", "Print the request as method, URL and body, and send nothing.");
  private final OptionSpec yes = flag("--yes", "Do it without asking.");
  private final OptionSpec force =
      flag("--force", "Send it even if Mixpanel says that you may not change this.");

  private final OperationSpec<?, ?> operation;

  ChangeOptions(OperationSpec<?, ?> operation) {
    this.operation = operation;
  }

  private static OptionSpec flag(String name, String help) {
    return OptionSpec.builder(name).type(boolean.class).description(help).build();
  }

  private static boolean isGiven(OptionSpec option) {
    return Boolean.TRUE.equals(option.getValue());
  }

  void addTo(CommandSpec spec) {
    spec.addOption(dryRun);
    if (operation.effect() == Effect.DESTROY) {
      spec.addOption(yes);
    }
    if (operation.subjects().isPresent()) {
      spec.addOption(force);
    }
  }

  boolean isDryRun() {
    return isGiven(dryRun);
  }

  /**
   * Lets a change pass. What would be destroyed is named in a question, unless the answer was given
   * with the command; what Mixpanel forbids is refused.
   */
  <Q extends Record> void require(
      OperationSpec<Q, ?> change,
      CommandContext context,
      OperationContext target,
      Q request,
      String whole) {
    boolean agreed = change.effect() != Effect.DESTROY || isGiven(yes);
    List<Subject> subjects =
        isGiven(force) && agreed ? List.of() : ChangeGuard.subjects(change, target, request);
    if (!isGiven(force)) {
      ChangeGuard.requirePermission(subjects);
    }
    if (ChangeGuard.destroys(change, subjects)) {
      String what = subjects.isEmpty() ? whole : ChangeGuard.text(subjects);
      String question =
          change.summary()
              + ": "
              + what
              + " in project "
              + context.workspace().account().credentials().projectId()
              + "?";
      context.confirm(question, isGiven(yes), "--yes");
    }
  }
}
