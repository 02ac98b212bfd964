package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.answer.Wording;
import dev.mixpaneldata.mcp.session.Caller;
import java.util.Optional;

/** What to do after an error, in the words of tools; the error itself knows best if it knows. */
final class NextStep {
  private NextStep() {}

  static Optional<String> after(MixpanelDataException e, Caller caller) {
    Optional<String> own = e.hint().map(Wording::forTools);
    if (e.code() == ErrorCode.CREDENTIALS_MISSING && caller.overHttp()) {
      return own.map(
          hint -> hint + ". Or let the client send x-auth-token: USERNAME:SECRET:PROJECT_ID.");
    }
    return own.or(() -> usual(e.code()));
  }

  private static Optional<String> usual(ErrorCode code) {
    return switch (code) {
      case QUERY_FAILED ->
          Optional.of(
              "Mend the query and call again; list_tables and table_schema tell what there is.");
      case AUTH_FAILED ->
          Optional.of("Ask the user to check the service account, its secret and the region.");
      case NETWORK_ERROR, SERVER_ERROR, BAD_RESPONSE, TIMEOUT ->
          Optional.of("Try again in a minute; ask for less if it stays so.");
      case DATABASE_LOCKED -> Optional.of("Try again when the other process has ended.");
      case EXPORT_INCOMPLETE, INTERRUPTED ->
          Optional.of("Call again with the same arguments; what is finished is kept.");
      case DISK_FULL -> Optional.of("Ask the user to make room, and call again.");
      default -> Optional.empty();
    };
  }
}
