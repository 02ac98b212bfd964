package dev.mixpaneldata.mcp.accounts;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.account.Account;
import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.account.CredentialReport;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolBuilder;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.operation.Param;
import java.util.List;
import java.util.Optional;

/**
 * Tools for the accounts of the configuration file. Written by hand because they do not concern a
 * workspace; no secret is ever part of an answer.
 */
public final class AccountTools {
  private AccountTools() {}

  /** Returns all tools of this class. */
  public static List<Tool> all() {
    return List.of(
        RecordTool.of(
            "list_accounts",
            "Accounts of the configuration file, and which is the default.",
            NoArguments.class,
            RecordTool.answering(ResultType.listOf(ListedAccount.class), AccountTools::local),
            (asked, call) -> list(call)),
        RecordTool.of(
            "show_account",
            "One account, with its secret masked.",
            Named.class,
            RecordTool.answering(ResultType.of(ShownAccount.class), AccountTools::local),
            AccountTools::show),
        RecordTool.of(
            "switch_account",
            "Make an account the default, for this session and later ones.",
            Named.class,
            RecordTool.answering(
                ResultType.of(Switched.class), tool -> local(tool).hints(ToolHints.WRITES_LOCAL)),
            AccountTools::change),
        RecordTool.of(
            "test_credentials",
            "Test whether credentials work, and if not, why.",
            Tested.class,
            RecordTool.answering(
                ResultType.of(CredentialReport.class),
                tool -> tool.in(Toolset.ACCOUNTS, ToolKind.SINGLE)),
            AccountTools::test));
  }

  private static ToolBuilder local(ToolBuilder tool) {
    return tool.in(Toolset.ACCOUNTS, ToolKind.SINGLE).hints(ToolHints.READS_LOCAL);
  }

  /** The arguments that name an account. */
  record Named(@Param(help = "Name of the account") String name) {}

  /** The arguments that name an account to test. */
  record Tested(
      @Param(help = "Name of the account; the one in use by default") Optional<String> account) {}

  /** An account in the list. */
  record ListedAccount(
      String name, String username, String projectId, String region, boolean isDefault) {}

  /** An account without its secret. */
  record ShownAccount(
      String name,
      String username,
      String secret,
      String projectId,
      String region,
      boolean isDefault) {}

  /**
   * The result of a switch of accounts.
   *
   * @param defaultAccount the new default
   * @param inUse the account of this session's next call; another one if the environment or an
   *     option decides
   */
  record Switched(String defaultAccount, Optional<String> inUse) {}

  private static AccountStore store(Session session) {
    return new AccountStore(session.settings().configFile());
  }

  private static ToolAnswer list(ToolCall call) {
    AccountStore store = store(call.session());
    Optional<String> usual = store.defaultName();
    List<ListedAccount> accounts =
        store.list().stream()
            .map(
                account ->
                    new ListedAccount(
                        account.name(),
                        account.credentials().username(),
                        account.credentials().projectId(),
                        account.credentials().region().id(),
                        usual.equals(Optional.of(account.name()))))
            .toList();
    return ToolAnswer.of(
        accounts,
        accounts.isEmpty()
            ? "There are no accounts in " + store.file() + "."
            : AnswerText.of("Accounts in " + store.file(), accounts));
  }

  private static ToolAnswer show(Named asked, ToolCall call) {
    AccountStore store = store(call.session());
    Account account = store.account(asked.name());
    ShownAccount shown =
        new ShownAccount(
            account.name(),
            account.credentials().username(),
            Secret.MASK,
            account.credentials().projectId(),
            account.credentials().region().id(),
            store.defaultName().equals(Optional.of(account.name())));
    return ToolAnswer.of(shown, AnswerText.of("Account", shown));
  }

  private static ToolAnswer change(Named asked, ToolCall call) {
    store(call.session()).setDefault(asked.name());
    call.session().reopen();
    ResolvedAccount inUse = call.workspace().account();
    boolean effective = inUse.name().equals(Optional.of(asked.name()));
    return ToolAnswer.of(
        new Switched(asked.name(), inUse.name()),
        "The default account is "
            + asked.name()
            + (effective
                ? ", and this session uses it from now on."
                : ". This session continues with "
                    + inUse.name().orElse("the credentials of the environment")
                    + ", which an option or the environment names."));
  }

  private static ToolAnswer test(Tested asked, ToolCall call) {
    CredentialReport report;
    if (asked.account().isPresent()) {
      try (Workspace other =
          Workspace.builder()
              .settings(call.session().settings())
              .account(asked.account().get())
              .open()) {
        report = other.checkCredentials();
      }
    } else {
      report = call.workspace().checkCredentials();
    }
    String heading =
        report
            .problem()
            .map(p -> "They do not work: " + p.message() + " " + p.hint())
            .orElse("They work.");
    return ToolAnswer.of(report, AnswerText.of(heading, report));
  }
}
